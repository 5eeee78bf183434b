import type { Tx } from '@/lib/database/db';
import type { Prisma } from '@/prisma/generated/client';
import { eventTypes, type Ref, sentenceOf, upcastEvent } from './event-type';
import { actorOf, namedActor, readNamesIn } from './names';

/** Who did what last, for the refusal of somebody who did not know it yet. */
export interface LastAct {
  by: string;
  act: string;
  at: string;
}

/** `nouns`: of the events that change such a row; details are none of them. No `id`: there is one of a kind. */
export async function lastAct(
  tx: Tx,
  { kind, id }: Pick<Ref, 'kind'> & Partial<Ref>,
  nouns: readonly string[] = [kind],
  also: Prisma.EventWhereInput = {},
): Promise<LastAct | null> {
  const acts = eventTypes().filter(
    ({ type, audit }) => audit !== 'detail' && nouns.includes(type.split('.')[0] ?? ''),
  );
  const row = await tx.event.findFirst({
    where: {
      AND: also,
      type: { in: acts.map(({ type }) => type) },
      ...(id ? { subjects: { some: { kind, subjectId: id } } } : {}),
    },
    orderBy: { id: 'desc' },
  });
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
