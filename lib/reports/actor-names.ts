import type { Db, Tx } from '@/lib/database/db';

/** Who did something, as stored with an event. */
export interface ActorRef {
  kind: string;
  id: string | null;
}

export interface Who extends ActorRef {
  name: string;
}

const fixedNames: Record<string, string> = {
  system: 'Standby',
  cli: 'The command line',
  anonymous: 'A visitor',
  reporter: 'The reporter',
  subscriber: 'A subscriber',
  callback: 'The automation',
};

function idsOf(actors: ActorRef[], kind: string): string[] {
  return [...new Set(actors.flatMap((actor) => (actor.kind === kind && actor.id ? [actor.id] : [])))];
}

/** Names of actors, read at once. An actor whose row is gone keeps a word for what it was. */
export async function namesOf(database: Db | Tx, actors: ActorRef[]): Promise<(actor: ActorRef) => Who> {
  const [members, keys, reporters] = [
    idsOf(actors, 'member'),
    idsOf(actors, 'key'),
    idsOf(actors, 'reporter'),
  ];
  const names = new Map<string, string>();
  if (members.length > 0) {
    const rows = await database.member.findMany({
      where: { id: { in: members } },
      select: { id: true, name: true },
    });
    for (const row of rows) names.set(row.id, row.name);
  }
  if (keys.length > 0) {
    const rows = await database.apiKey.findMany({
      where: { id: { in: keys } },
      select: { id: true, name: true },
    });
    for (const row of rows) names.set(row.id, `API key “${row.name}”`);
  }
  if (reporters.length > 0) {
    const rows = await database.report.findMany({
      where: { id: { in: reporters } },
      select: { id: true, reporterName: true },
    });
    for (const row of rows) if (row.reporterName) names.set(row.id, row.reporterName);
  }
  return (actor) => ({
    ...actor,
    name: (actor.id && names.get(actor.id)) || (fixedNames[actor.kind] ?? 'Somebody'),
  });
}
