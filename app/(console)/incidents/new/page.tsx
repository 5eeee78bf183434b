import type { Metadata } from 'next';
import { forbidden } from 'next/navigation';
import { DeclarePage } from '@/components/incidents/declare-page';
import { consolePage } from '@/lib/auth/pages/console-page';
import { memberActsOf } from '@/lib/home/rules/member-acts';
import { parseIncidentReference } from '@/lib/incidents/rules/reference';

export const metadata: Metadata = { title: 'Declare an incident' };

export default consolePage(async ({ ctx, query }) => {
  if (!memberActsOf(ctx.actor).includes('incident.declare')) forbidden();
  const { previous } = query;
  const followed = typeof previous === 'string' ? parseIncidentReference(previous) : null;
  return <DeclarePage previousRef={followed ?? undefined} />;
});
