import type { Tx } from '@/lib/database/db';
import type { Prisma } from '@/prisma/generated/client';
import { type Ref, sentenceOf, upcastEvent } from './event-type';
import { actorOf, namedActor, readNamesIn } from './names';

/** Who did what when, for the refusal of somebody who did not know it yet. */
export interface LastAct {
  by: string;
  act: string;
  at: string;
}

/** The act that brought a row to its newest version, if that is later than `since`. */
export async function lastAct(tx: Tx, { kind, id }: Ref, since = 0): Promise<LastAct | null> {
  const raised = await tx.eventSubject.findFirst({
    where: { kind, subjectId: id, version: { gt: since } },
    orderBy: { version: 'desc' },
    select: { eventId: true },
  });
  return raised && (await newestAct(tx, { id: raised.eventId }));
}

/** The newest of such events. */
export async function newestAct(tx: Tx, where: Prisma.EventWhereInput): Promise<LastAct | null> {
  const row = await tx.event.findFirst({ where, orderBy: { id: 'desc' } });
  if (!row) return null;
  const data = row.data as Record<string, unknown>;
  const event = upcastEvent({ ...row, data, subjects: [], position: null });
  const names = await readNamesIn(tx, [event]);
  return {
    by: namedActor(names, actorOf(event)).name,
    act: sentenceOf(event, names),
    at: event.occurredAt.toISOString(),
  };
}
