import type { Metadata } from 'next';
import { EndpointsPage } from '@/components/automation/endpoints-page';
import { NotAllowed } from '@/components/layout/not-allowed';
import { SettingsFrame } from '@/components/settings/settings-frame';
import { requireMember } from '@/lib/auth/pages/current-member';
import { readForPage } from '@/lib/auth/pages/read-for-page';
import { endpointList } from '@/lib/automation/queries/list';
import { memberActsOf } from '@/lib/home/rules/member-acts';
import { listServices } from '@/lib/services/queries/read';

export const metadata: Metadata = { title: 'Automation' };

export default async function AutomationSettings() {
  const ctx = await requireMember('/settings/automation');
  const { view, refusal } = await readForPage(endpointList(ctx, {}));
  if (!view) return <NotAllowed title="Automation" reason={refusal} />;
  if (!memberActsOf(ctx.actor).includes('automation.create')) {
    return <NotAllowed title="Automation" reason="Only an admin says where automated steps call." />;
  }
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
}
