import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { RecoveryTab } from '@/components/runs/recovery-tab';
import { consolePage } from '@/lib/auth/pages/console-page';
import { incidentRefSchema } from '@/lib/incidents/schema';
import { runList } from '@/lib/runs/queries/list';
import { runRead } from '@/lib/runs/queries/read';
import { recoveryPlans } from '@/lib/runs/queries/recovery-plans';
import { openRunStates } from '@/lib/runs/schema';

export async function generateMetadata({ params }: { params: Promise<{ ref: string }> }): Promise<Metadata> {
  return { title: `Recovery of ${(await params).ref}` };
}

export default consolePage<'ref'>(async ({ ctx, params: { ref } }) => {
  if (!incidentRefSchema.safeParse(ref).success) notFound();
  const runs = await runList(ctx, { incident: ref });
  const { rows } = runs;
  const shown = rows.find(({ state }) => openRunStates.some((open) => open === state)) ?? rows[0];
  return (
    <RecoveryTab
      runs={runs}
      run={shown ? await runRead(ctx, { ref: shown.ref }) : null}
      plans={await recoveryPlans(ctx, {})}
    />
  );
});
