import type { Metadata } from 'next';
import { forbidden } from 'next/navigation';
import { EndpointsPage } from '@/components/automation/endpoints-page';
import { SettingsFrame } from '@/components/settings/settings-frame';
import { consolePage } from '@/lib/auth/pages/console-page';
import { endpointList } from '@/lib/automation/queries/list';
import { memberActsOf } from '@/lib/home/rules/member-acts';
import { listServices } from '@/lib/services/queries/read';

export const metadata: Metadata = { title: 'Automation' };

export default consolePage(async ({ ctx }) => {
  const view = await endpointList(ctx, {});
  if (!memberActsOf(ctx.actor).includes('automation.create')) forbidden();
  const services = await listServices(ctx, {});
  return (
    <SettingsFrame
      title="Automation"
      lead="Where automated steps of a recovery call. A drill never calls what a live run calls."
      current="/settings/automation"
    >
      <EndpointsPage initial={view} services={services.map(({ id, name }) => ({ id, name }))} />
    </SettingsFrame>
  );
});
