import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { RecoveryTab } from '@/components/runs/recovery-tab';
import { requireMember } from '@/lib/auth/current';
import { isAppError } from '@/lib/platform/errors';
import { allowed } from '@/lib/platform/policy';
import { runPolicy } from '@/lib/runs/policy';
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
  const runs = await runList(ctx, { incident: ref }).catch((error) => {
    if (isAppError(error) && (error.code === 'not_found' || error.code === 'invalid')) notFound();
    throw error;
  });
  const { rows } = runs;
  const shown = rows.find(({ state }) => openRunStates.some((open) => open === state)) ?? rows[0];
  return (
    <RecoveryTab
      runs={runs}
      run={shown ? await runRead(ctx, { ref: shown.ref }) : null}
      plans={await recoveryPlans(ctx, {})}
      canStart={allowed(runPolicy['run.start'], ctx.actor, false)}
    />
  );
}
