import type { Metadata } from 'next';
import { RecoveryTab } from '@/components/runs/recovery-tab';
import { consolePage } from '@/lib/auth/pages/console-page';
import { incidentRead } from '@/lib/incidents/queries/read';
import { runList } from '@/lib/runs/queries/list';
import { runRead } from '@/lib/runs/queries/read';
import { recoveryPlans } from '@/lib/runs/queries/recovery-plans';
import { openRunStates } from '@/lib/runs/schema';

export async function generateMetadata({ params }: { params: Promise<{ ref: string }> }): Promise<Metadata> {
  return { title: `Recovery of ${(await params).ref}` };
}

export default consolePage<'ref'>(async ({ ctx, params }) => {
  // A page is made beside its layout: what the layout refuses, the page asks for itself before it shows anything.
  const { ref } = await incidentRead(ctx, params);
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
