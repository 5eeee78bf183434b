import type { Tx } from '@/lib/database/db';
import type { Recipient } from '@/lib/deliveries/mails/planned-mail';
import { configOf } from '@/lib/runs/subject';
import { publicRecoveries } from '@/lib/status/queries/recoveries';
import type { PublicRecovery } from '@/lib/status/rules/public-recovery';
import { type IncidentFacts, incidentFacts } from './incident';
import { recipientsOf } from './recipients';

/** The recovery of an incident as users read it; null of an internal incident and without the operator's consent. */
export async function recoveryFacts(
  tx: Tx,
  incident: IncidentFacts,
  at: Date,
): Promise<PublicRecovery | null> {
  if (!incident.public) return null;
  return (await publicRecoveries(tx, [incident.id], at)).get(incident.id) ?? null;
}

export interface RecoveryNews {
  incident: IncidentFacts;
  recovery: PublicRecovery;
  recipients: Recipient[];
}

/** A recovery with everybody who is told of it. Null when another run took its place meanwhile. */
export async function recoveryNews(
  tx: Tx,
  { incidentId, runId }: { incidentId: string; runId: string },
  at: Date,
): Promise<RecoveryNews | null> {
  const incident = await incidentFacts(tx, incidentId);
  const recovery = incident && (await recoveryFacts(tx, incident, at));
  if (!incident || recovery?.id !== runId) return null;
  return { incident, recovery, recipients: await recipientsOf(tx, { incident, audience: 'PUBLIC', at }) };
}

/** Whether the plan itself writes to users in its first phase, or after its last verification. */
export async function announcesItself(tx: Tx, runId: string, when: 'BEGUN' | 'VERIFIED'): Promise<boolean> {
  const steps = await tx.runStep.findMany({
    where: { runId, phase: { gt: 0 }, state: { not: 'SKIPPED' } },
    orderBy: { position: 'asc' },
    select: { kind: true, phase: true, config: true },
  });
  const verified = steps.findLastIndex(({ kind }) => kind === 'VERIFICATION');
  const looked = when === 'BEGUN' ? steps.filter(({ phase }) => phase === 1) : steps.slice(verified + 1);
  return looked.some(
    (step) => step.kind === 'ANNOUNCEMENT' && configOf(step, 'ANNOUNCEMENT').audience !== 'INTERNAL',
  );
}
