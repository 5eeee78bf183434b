import type { Tx } from '@/lib/database/db';
import { promiseMissed } from '@/lib/incidents/events';
import type { Next } from '@/lib/incidents/schema';
import { AppError } from '@/lib/platform/errors';
import type { EventDraft } from '@/lib/platform/events/event-type';
import { newId } from '@/lib/platform/ids';

export interface PromisedTime {
  dueAt: Date;
  zone: string;
}

const longestDays = 60;

/** The instant that was said. @throws AppError `invalid` when it is not ahead */
export function promisedTime(next: Next, zone: string, now: Date): PromisedTime {
  const dueAt = next.at ?? new Date(now.getTime() + (next.minutes ?? 0) * 60_000);
  if (dueAt <= now) {
    const message = 'The time of the next update has to lie ahead.';
    throw new AppError('invalid', message, { fields: { next: [message] } });
  }
  if (dueAt.getTime() - now.getTime() > longestDays * 86_400_000) {
    const message = `Promise the next update within ${longestDays} days.`;
    throw new AppError('invalid', message, { fields: { next: [message] } });
  }
  return { dueAt, zone: next.zone ?? zone };
}

interface Making extends PromisedTime {
  incidentId: string;
  memberId: string | null;
  now: Date;
}

/** Records a promise. The caller writes it on the incident's row and has settled the one before. */
export async function makePromise(tx: Tx, making: Making): Promise<string> {
  const { incidentId, dueAt, zone, now } = making;
  const id = newId();
  await tx.promiseRecord.create({
    data: { id, incidentId, dueAt, zone, madeAt: now, madeById: making.memberId },
  });
  return id;
}

/** The promise that waits for its update, whether its time has passed or not. */
export async function openPromise(tx: Tx, incidentId: string) {
  return await tx.promiseRecord.findFirst({
    where: { incidentId, settledAt: null },
    orderBy: { madeAt: 'desc' },
    select: { id: true, dueAt: true, zone: true, state: true, missedAt: true },
  });
}

type Open = NonNullable<Awaited<ReturnType<typeof openPromise>>>;

function missed(incidentId: string, promise: Open): EventDraft {
  return promiseMissed(
    { incidentId, promiseId: promise.id, dueAt: promise.dueAt.toISOString() },
    { occurredAt: promise.dueAt },
  );
}

/** Ends a promise. One whose time has passed stays missed, and a miss that nobody noticed is recorded now. */
async function settle(
  tx: Tx,
  incidentId: string,
  promise: Open,
  now: Date,
  data: { state: 'KEPT' | 'MOVED'; keptByUpdateId?: string; moveReason?: string },
): Promise<{ late: boolean; drafts: EventDraft[] }> {
  const late = promise.missedAt !== null || now > promise.dueAt;
  const unnoticed = late && !promise.missedAt;
  await tx.promiseRecord.update({
    where: { id: promise.id },
    data: {
      ...data,
      settledAt: now,
      ...(late ? { state: 'MISSED' } : {}),
      ...(unnoticed ? { missedAt: now } : {}),
    },
  });
  return { late, drafts: unnoticed ? [missed(incidentId, promise)] : [] };
}

/**
 * Settles the open promise with the update that keeps it. Kept after its time it stays missed, and when nobody
 * noticed before, the miss is recorded now.
 */
export async function keepPromise(
  tx: Tx,
  { incidentId, updateId, now }: { incidentId: string; updateId: string; now: Date },
): Promise<{ kept: 'IN_TIME' | 'LATE' | null; drafts: EventDraft[] }> {
  const promise = await openPromise(tx, incidentId);
  if (!promise) return { kept: null, drafts: [] };
  const { late, drafts } = await settle(tx, incidentId, promise, now, {
    state: 'KEPT',
    keptByUpdateId: updateId,
  });
  return { kept: late ? 'LATE' : 'IN_TIME', drafts };
}

/** Moves the open promise to another time. A missed one stays missed. @returns the new promise's id */
export async function replacePromise(
  tx: Tx,
  promise: Open,
  making: Making & { reason: string },
): Promise<{ promiseId: string; drafts: EventDraft[] }> {
  const { now, reason, incidentId } = making;
  const { drafts } = await settle(tx, incidentId, promise, now, { state: 'MOVED', moveReason: reason });
  return { promiseId: await makePromise(tx, making), drafts };
}
