import type { Metadata } from 'next';
import { DrillsPage } from '@/components/runs/drills-page';
import { consolePage } from '@/lib/auth/pages/console-page';
import { recoveryPlans } from '@/lib/runs/queries/recovery-plans';
import { currentSettings } from '@/lib/settings/in-force';

export const metadata: Metadata = { title: 'Plans and drills' };

export default consolePage(async ({ ctx }) => {
  const initial = await recoveryPlans(ctx, {});
  const { drills } = await currentSettings();
  return <DrillsPage initial={initial} staleAfterDays={drills.staleAfterDays} />;
});
