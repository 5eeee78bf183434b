import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { NotAllowed } from '@/components/layout/not-allowed';
import { RecoveryTab } from '@/components/runs/recovery-tab';
import { requireMember } from '@/lib/auth/pages/current-member';
import { readForPage } from '@/lib/auth/pages/read-for-page';
import { incidentRefSchema } from '@/lib/incidents/schema';
import { runList } from '@/lib/runs/queries/list';
import { runRead } from '@/lib/runs/queries/read';
import { recoveryPlans } from '@/lib/runs/queries/recovery-plans';
import { openRunStates } from '@/lib/runs/schema';

interface Props {
  params: Promise<{ ref: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Recovery of ${(await params).ref}` };
}

export default async function IncidentRecoveryPage({ params }: Props) {
  const ctx = await requireMember();
  const { ref } = await params;
  if (!incidentRefSchema.safeParse(ref).success) notFound();
  const { view: runs, refusal } = await readForPage(runList(ctx, { incident: ref }));
  if (!runs) return <NotAllowed title="Recovery" reason={refusal} />;
  const { rows } = runs;
  const shown = rows.find(({ state }) => openRunStates.some((open) => open === state)) ?? rows[0];
  return (
    <RecoveryTab
      runs={runs}
      run={shown ? await runRead(ctx, { ref: shown.ref }) : null}
      plans={await recoveryPlans(ctx, {})}
    />
  );
}
