import type { Metadata } from 'next';
import { forbidden } from 'next/navigation';
import { DeclarePage } from '@/components/incidents/declare-page';
import { consolePage } from '@/lib/auth/pages/console-page';
import { memberActsOf } from '@/lib/home/rules/member-acts';
import { parseIncidentReference } from '@/lib/incidents/rules/reference';
import { listServices } from '@/lib/services/queries/read';

export const metadata: Metadata = { title: 'Declare an incident' };

export default consolePage(async ({ ctx, query }) => {
  if (!memberActsOf(ctx.actor).includes('incident.declare')) forbidden();
  const { previous, service: slug } = query;
  const service =
    typeof slug === 'string' ? (await listServices(ctx, {})).find((one) => one.slug === slug) : undefined;
  const followed = typeof previous === 'string' ? parseIncidentReference(previous) : null;
  return <DeclarePage previousRef={followed ?? undefined} serviceId={service?.id} />;
});
