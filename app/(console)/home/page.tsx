import type { Metadata } from 'next';
import { HomePage } from '@/components/home/home-page';
import { requireMember } from '@/lib/auth/pages/current-member';
import { homeSummary } from '@/lib/home/queries/summary';
import { incidentPolicy } from '@/lib/incidents/policy';
import { allowed } from '@/lib/platform/policy';

export const metadata: Metadata = { title: 'Home' };

export default async function Page() {
  const ctx = await requireMember();
  const initial = await homeSummary(ctx, {});
  return (
    <HomePage initial={initial} canDeclare={allowed(incidentPolicy['incident.declare'], ctx.actor, false)} />
  );
}
