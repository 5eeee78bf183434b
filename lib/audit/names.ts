import type { Db } from '@/lib/database/db';
import type { StoredEvent } from '@/lib/platform/events';

/** Names and references for ids found in events, by kind and id. */
export type NameOf = (kind: string, id: string) => string | null;

type Row = { id: string; name: string };
type Reader = (db: Db, ids: string[]) => Promise<Row[]>;

const byRef = (rows: { id: string; ref: string }[]): Row[] => rows.map(({ id, ref }) => ({ id, name: ref }));
const named = { id: true, name: true } as const;
const referenced = { id: true, ref: true } as const;

const readers: Record<string, Reader> = {
  member: async (db, ids) => await db.member.findMany({ where: { id: { in: ids } }, select: named }),
  team: async (db, ids) => await db.team.findMany({ where: { id: { in: ids } }, select: named }),
  key: async (db, ids) => await db.apiKey.findMany({ where: { id: { in: ids } }, select: named }),
  service: async (db, ids) => await db.service.findMany({ where: { id: { in: ids } }, select: named }),
  incident: async (db, ids) =>
    byRef(await db.incident.findMany({ where: { id: { in: ids } }, select: referenced })),
  resource: async (db, ids) => {
    const select = { ...named, member: { select: { name: true } }, team: { select: { name: true } } };
    const rows = await db.resource.findMany({ where: { id: { in: ids } }, select });
    return rows.map(({ id, name, member, team }) => ({ id, name: member?.name ?? team?.name ?? name }));
  },
  monitor: async (db, ids) => await db.monitor.findMany({ where: { id: { in: ids } }, select: named }),
  plan: async (db, ids) => await db.plan.findMany({ where: { id: { in: ids } }, select: named }),
  suite: async (db, ids) => await db.suite.findMany({ where: { id: { in: ids } }, select: named }),
  check: async (db, ids) => await db.check.findMany({ where: { id: { in: ids } }, select: named }),
  report: async (db, ids) =>
    byRef(await db.report.findMany({ where: { id: { in: ids } }, select: referenced })),
};

/** Ids that an event's data names under a telling key, e.g. `memberId`, `serviceId`, `fromId` of a member. */
function dataIds(event: StoredEvent): { kind: string; id: string }[] {
  return Object.entries(event.data).flatMap(([key, value]) => {
    const kind = /^([a-z]+)Id$/.exec(key)?.[1];
    if (!kind || typeof value !== 'string') return [];
    return [{ kind: kind in readers ? kind : 'member', id: value }];
  });
}

/** Reads the names of everything that a page of events mentions, one statement a kind. */
export async function namesIn(db: Db, events: readonly StoredEvent[]): Promise<NameOf> {
  const wanted = new Map<string, Set<string>>();
  const want = (kind: string, id: string): void => {
    const ids = wanted.get(kind) ?? new Set();
    wanted.set(kind, ids.add(id));
  };
  for (const event of events) {
    if (event.actorId) want(event.actorKind, event.actorId);
    for (const { kind, id } of [...event.subjects, ...dataIds(event)]) want(kind, id);
  }
  const found = new Map<string, string>();
  await Promise.all(
    [...wanted].map(async ([kind, ids]) => {
      const rows = (await readers[kind]?.(db, [...ids])) ?? [];
      for (const row of rows) found.set(`${kind}:${row.id}`, row.name);
    }),
  );
  const find: NameOf = (kind, id) => found.get(`${kind}:${id}`) ?? null;
  // The actor of a report's own person is kept by the report's id.
  return (kind, id) => find(kind, id) ?? (kind === 'reporter' ? find('report', id) : null);
}
