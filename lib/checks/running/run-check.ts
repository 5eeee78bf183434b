import { checkFinished, findingAdded } from '@/lib/checks/events';
import { checkOutcomeSchema } from '@/lib/checks/schema';
import { checks } from '@/lib/checks/subject';
import { inTransaction, type Tx } from '@/lib/database/db';
import { databaseNow } from '@/lib/platform/command';
import { systemContext } from '@/lib/platform/context';
import type { EventDraft } from '@/lib/platform/events/event-type';
import { recordEvents } from '@/lib/platform/events/record-events';
import { newId } from '@/lib/platform/ids';
import { silentFindings } from '@/lib/probes/sight/silent-addresses';
import type { Prisma } from '@/prisma/generated/client';
import { type ClaimedCheck, claimCheck } from './claim';
import { type CheckRun, probeCheck } from './probe-check';

/**
 * Stores what was seen, unless somebody skipped the check or took it over meanwhile: the claim must still be ours.
 * @returns whether it was stored
 */
async function storeResult(check: ClaimedCheck, seen: CheckRun): Promise<boolean> {
  return await inTransaction(async (tx) => {
    const now = await databaseNow(tx);
    const ours = { id: check.id, state: 'RUNNING', startedAt: check.startedAt } as const;
    const outcome = { state: seen.outcome, finishedAt: now, finishedById: null, note: null };
    if ((await checks.writeAll(tx, ours, outcome)).length === 0) return false;
    const last = await tx.checkResult.findFirst({
      where: { checkId: check.id },
      orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
      select: { outcome: true },
    });
    const resultId = newId();
    await tx.checkResult.create({
      data: {
        id: resultId,
        checkId: check.id,
        outcome: seen.outcome,
        sentence: seen.sentence,
        timings: { ...seen.timings },
        evidence: { ...seen.evidence, fault: seen.fault } as Prisma.InputJsonValue,
        startedAt: check.startedAt,
        finishedAt: now,
      },
    });
    const before = checkOutcomeSchema
      .nullable()
      .catch(null)
      .parse(last?.outcome ?? null);
    const { id: checkId, incidentId, probe } = check;
    await recordEvents(tx, systemContext('checks'), now, [
      checkFinished({ incidentId, checkId, outcome: seen.outcome, before, probeKind: probe.kind, resultId }),
      ...(await findSilent(tx, check, seen, now)),
    ]);
    return true;
  });
}

/** An address that accepts nothing beside one that does is suspected once, although the check is OK. */
async function findSilent(tx: Tx, check: ClaimedCheck, seen: CheckRun, now: Date): Promise<EventDraft[]> {
  const drafts: EventDraft[] = [];
  const { id: checkId, incidentId, serviceId, serverId } = check;
  for (const { address, sentence } of silentFindings(seen)) {
    if ((await tx.finding.count({ where: { checkId, address } })) > 0) continue;
    const findingId = newId();
    const area = 'NETWORKING';
    const about = { id: findingId, checkId, incidentId, serviceId, serverId };
    await tx.finding.create({ data: { ...about, address, area, sentence, createdAt: now } });
    drafts.push(findingAdded({ incidentId, findingId, area, confirmed: false }));
  }
  return drafts;
}

/**
 * Runs a check once, if it waits to run. Killed in the middle, it is found again by `dueChecks` and looked at anew.
 * @param watch says when the check was skipped: its signal ends the look
 * @returns whether a result was stored
 */
export async function runCheck(
  id: string,
  watch: (id: string) => { signal: AbortSignal; done: () => void },
): Promise<boolean> {
  const check = await claimCheck(id);
  if (!check) return false;
  const { signal, done } = watch(id);
  try {
    const seen = await probeCheck(check, signal);
    // A look that was cancelled saw nothing; the check is skipped already, or belongs to another worker.
    return signal.aborted ? false : await storeResult(check, seen);
  } finally {
    done();
  }
}
