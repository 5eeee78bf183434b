import type { Metadata } from 'next';
import { NotAllowed } from '@/components/layout/not-allowed';
import { DrillsPage } from '@/components/runs/drills-page';
import { requireMember } from '@/lib/auth/pages/current-member';
import { readForPage } from '@/lib/auth/pages/read-for-page';
import { recoveryPlans } from '@/lib/runs/queries/recovery-plans';
import { currentSettings } from '@/lib/settings/in-force';

export const metadata: Metadata = { title: 'Plans and drills' };

export default async function Drills() {
  const ctx = await requireMember('/recovery/drills');
  const { view: initial, refusal } = await readForPage(recoveryPlans(ctx, {}));
  if (!initial) return <NotAllowed title="Plans and drills" reason={refusal} />;
  const { drills } = await currentSettings();
  return <DrillsPage initial={initial} staleAfterDays={drills.staleAfterDays} />;
}
