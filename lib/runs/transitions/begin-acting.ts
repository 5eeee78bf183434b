import { moveStage } from '@/lib/incidents/move-stage';
import { incidents } from '@/lib/incidents/subject';
import type { RunSubject } from '@/lib/runs/subject';
import type { RunTransaction } from './run-transaction';

/** A recovery that has begun is the action, so its incident is ACTING from then on, and users read that too. */
export async function beginActing(
  { tx, now, record }: RunTransaction,
  run: RunSubject,
  memberId: string | null,
): Promise<void> {
  if (run.mode !== 'LIVE' || !run.incidentId) return;
  const subject = await incidents.lock(tx, run.incidentId);
  if (subject.stage !== 'TRIAGED' && subject.stage !== 'INVESTIGATING') return;
  const reason = subject.stage === 'TRIAGED' ? `${run.ref} was begun.` : undefined;
  const { columns, draft } = await moveStage(tx, { subject, to: 'ACTING', reason, memberId, now });
  record(draft);
  await incidents.write(tx, subject, columns);
}
