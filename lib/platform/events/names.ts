import type { Db, Tx } from '@/lib/database/db';
import { oncePerProcess } from '@/lib/platform/process/once-per-process';
import { type Names, type Ref, refsOf, type StoredEvent } from './event-type';

const statements = oncePerProcess('names', () => new Map<string, string>());

/** Says how rows of a kind are named: an SQL expression over the columns of their table. */
export function nameRows(kind: string, table: string, name: string): void {
  statements().set(kind, `select '${kind}' as kind, id, ${name} as name from "${table}" where id = any`);
}

/** Reads the names of rows of any kinds, in one statement. */
async function readNames(db: Db | Tx, wanted: readonly Ref[]): Promise<Names> {
  const ids = new Map<string, Set<string>>();
  for (const { kind, id } of wanted) {
    if (statements().has(kind)) ids.set(kind, (ids.get(kind) ?? new Set()).add(id));
  }
  if (ids.size === 0) return () => null;
  const sql = [...ids.keys()].map((kind, index) => `${statements().get(kind)}($${index + 1}::uuid[])`);
  const rows = await db.$queryRawUnsafe<(Ref & { name: string | null })[]>(
    sql.join(' union all '),
    ...[...ids.values()].map((of) => [...of]),
  );
  const names = new Map(rows.map(({ kind, id, name }) => [`${kind} ${id}`, name]));
  return (kind, id) => names.get(`${kind} ${id}`) ?? null;
}

/** Who did something, as stored with an event. */
export interface ActorRef {
  kind: string;
  id: string | null;
}

export interface NamedActor extends ActorRef {
  name: string;
}

const words: Record<string, string> = {
  system: 'Standby',
  cli: 'The command line',
  anonymous: 'A visitor',
  reporter: 'The reporter',
  subscriber: 'A subscriber',
  callback: 'The automation',
};

/** An actor by name. One whose row has no name, or is gone, keeps a word for what it was. */
export function namedActor(names: Names, { kind, id }: ActorRef): NamedActor {
  const name = id && names(kind, id);
  const known = name && kind === 'key' ? `API key “${name}”` : name;
  return { kind, id, name: known || (words[kind] ?? 'Somebody') };
}

/** Reads the names of actors at once. */
export async function readActors(
  db: Db | Tx,
  actors: readonly ActorRef[],
): Promise<(actor: ActorRef) => NamedActor> {
  const names = await readNames(
    db,
    actors.flatMap(({ kind, id }) => (id ? [{ kind, id }] : [])),
  );
  return (actor) => namedActor(names, actor);
}

export const actorOf = ({ actorKind, actorId }: Pick<StoredEvent, 'actorKind' | 'actorId'>): ActorRef => ({
  kind: actorKind,
  id: actorId,
});

/** Reads the names of everything that events mention, and of who did it. */
export async function readNamesIn(db: Db | Tx, events: readonly StoredEvent[]): Promise<Names> {
  return await readNames(
    db,
    events.flatMap((event) => {
      const { kind, id } = actorOf(event);
      return [...(id ? [{ kind, id }] : []), ...event.subjects, ...refsOf(event)];
    }),
  );
}
