import type { Metadata } from 'next';
import { DrillsPage } from '@/components/runs/drills-page';
import { requireMember } from '@/lib/auth/current';
import { allowed } from '@/lib/platform/policy';
import { runPolicy } from '@/lib/runs/policy';
import { recoveryPlans } from '@/lib/runs/queries/recovery-plans';
import { currentSettings } from '@/lib/settings/in-force';

export const metadata: Metadata = { title: 'Drills' };

export default async function Drills() {
  const ctx = await requireMember();
  const { drills } = await currentSettings();
  return (
    <DrillsPage
      initial={await recoveryPlans(ctx, {})}
      staleAfterDays={drills.staleAfterDays}
      canStart={allowed(runPolicy['run.start'], ctx.actor, false)}
    />
  );
}
