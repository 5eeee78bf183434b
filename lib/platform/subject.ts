import type { Db, Tx } from '@/lib/database/db';
import { type LastAct, lastAct } from '@/lib/platform/events/last-act';
import { nameRows } from '@/lib/platform/events/names';
import { versionRaised } from '@/lib/platform/events/raised-versions';
import { inUtc } from '@/lib/platform/rules/in-utc';
import { isolated } from '@/lib/platform/rules/isolate';
import type { Prisma } from '@/prisma/generated/client';
import { type Actor, isStaff } from './context';
import { AppError } from './errors';
import type { Own } from './policy';

/** The tables: the delegates of the database client. */
type Table = Prisma.TypeMap['meta']['modelProps'];
type Select<M extends Table> = NonNullable<Prisma.Args<Tx[M], 'findUniqueOrThrow'>['select']>;
type Data<M extends Table> = Prisma.Args<Tx[M], 'update'>['data'];
type Where<M extends Table> = Prisma.Args<Tx[M], 'updateMany'>['where'];
/** What a select of a table answers. */
type Row<M extends Table, S> = Prisma.Result<Tx[M], { select: S }, 'findUniqueOrThrow'>;

/** Nothing but columns and relations of the table. */
type Exactly<S, M extends Table> = S & Record<Exclude<keyof S, keyof Select<M>>, never>;

interface Words {
  /** “dataset” */
  one: string;
  /** What it is called by those who changed it, when it has no name; left out: “this dataset”. */
  this?: string;
  /** The refusal of a key that names nothing. */
  missing?: string | ((key: string) => string);
}

interface Definition<M extends Table, S, A, K, R> {
  /** As in the subjects of its events: `incident`. */
  noun: string;
  table: M;
  /** What its commands see of it. Columns alone are locked and read in one statement. */
  select: Exactly<S, M>;
  /** What an act on it answers. */
  answers: Exactly<A, M>;
  words: Words;
  /** The column that names a row, or an SQL expression over the columns: a name or a reference. */
  named?: string;
  /** A key of this form is a reference, in the column `ref`; any other is an id. */
  ref?: RegExp;
  /** Rows that are there for no command any more are left out by this SQL condition. */
  only?: string;
  /** What makes one the actor's own, unless a permit says otherwise. */
  own?: Own<NoInfer<R>>;
  /** The row as its commands see it: a function declared by itself, so that its answer is known here. */
  as?: (row: Row<M, S>) => R;
  /** Locks what belongs together, in the order that everybody takes, and answers the id; left out: its row. */
  lock?: (tx: Tx, key: K) => Promise<string | null>;
  /** Locks and reads it in a way of its own. */
  load?: (tx: Tx, key: K) => Promise<R | null>;
}

interface Versioned {
  id: string;
  version: number;
}

/** What a command is about: its row, locked, and who may do what to it in which order. */
export interface Subject<K, R> extends Partial<Pick<Versions<R>, 'assertSeen'>> {
  readonly noun: string;
  readonly own: Own<R>;
  /** The row, locked until the end of the transaction. @throws AppError `not_found` */
  lock(tx: Tx, key: K): Promise<R>;
}

/** Of rows that have a version: whoever looked at an older one is told what was done since. */
export interface Versions<R> {
  /** Who brought it to its version, if that is later than `since`. */
  lastAct(tx: Tx, row: R, since?: number): Promise<LastAct | null>;
  /** The refusal of somebody who looked at an older state. */
  changed(tx: Tx, row: R, seen?: number, by?: Actor): Promise<AppError>;
  /** @throws AppError `conflict` that says who changed what when, if somebody did since `version` */
  assertSeen(tx: Tx, row: R, version: number | undefined, by?: Actor): Promise<void>;
}

/** Everything that raises a version says so, and the event that tells it bears the version. */
interface Writes<M extends Table, A> {
  /** Writes the row, guarded by the version that was locked. */
  write(tx: Tx, row: Versioned, data: Data<M>): Promise<Row<M, A>>;
  /** Writes every row of a condition, whatever its version. @returns what each has now */
  writeAll(tx: Tx, where: Where<M>, data: Data<M>): Promise<Versioned[]>;
}

interface Archives<M extends Table, A> {
  /** Takes it out of use at that time, or brings it back: null. */
  archive(tx: Tx, row: Versioned, archivedAt: Date | null): Promise<Row<M, A>>;
}

type When<S, Columns, Part> = S extends Columns ? Part : unknown;

/**
 * Says once for a noun how its rows are locked, read, written, named and refused. What needs a column is there if the
 * select has it: `version`, `archivedAt`.
 */
export function subject<
  M extends Table,
  const S extends Select<M>,
  const A extends Select<M>,
  K = string,
  R = Row<M, S>,
>(definition: Definition<M, S, A, K, R>) {
  const { noun, table, select, named, own = () => false } = definition;
  if (named) nameRows(noun, sqlName(table), named);
  const subjectOf = { noun, own, ...readingOf(definition) };
  const versioned = 'version' in select ? { ...refusingOf<R>(definition), ...writingOf(definition) } : {};
  return { ...subjectOf, ...versioned } as typeof subjectOf &
    When<S, { version: true }, Versions<R>> &
    When<S, { id: true; version: true }, Writes<M, A>> &
    When<S, { id: true; version: true; archivedAt: true }, Archives<M, A>>;
}

function writingOf<M extends Table, A>({
  noun,
  table,
  answers,
}: Pick<Definition<M, unknown, A, never, never>, 'noun' | 'table' | 'answers'>): Writes<M, A> &
  Archives<M, A> {
  async function write(tx: Tx, { id, version }: Versioned, data: Data<M>): Promise<Row<M, A>> {
    const raised = version + 1;
    const columns = { ...(data as object), version: raised };
    const row = await rowsOf(tx, table).update({ where: { id, version }, data: columns, select: answers });
    versionRaised(tx, { kind: noun, id, version: raised });
    return row as Row<M, A>;
  }
  async function writeAll(tx: Tx, where: Where<M>, data: Data<M>): Promise<Versioned[]> {
    const columns = { ...(data as object), version: { increment: 1 } };
    const select = { id: true, version: true };
    const rows = await rowsOf(tx, table).updateManyAndReturn({
      where: where as object,
      data: columns,
      select,
    });
    for (const { id, version } of rows) versionRaised(tx, { kind: noun, id, version });
    return rows;
  }
  return { write, writeAll, archive: (tx, row, archivedAt) => write(tx, row, { archivedAt } as Data<M>) };
}

function readingOf<M extends Table, S extends object, A, K, R>(definition: Definition<M, S, A, K, R>) {
  const { table, select, words, ref, only = 'true', as } = definition;
  const flat = Object.values(select).every((chosen) => chosen === true);
  const columns = flat ? Object.keys(select).map((name) => `${sqlName(name)} as "${name}"`) : ['id'];
  const locking = `select ${columns.join(', ')} from "${sqlName(table)}" where ${only} and`;

  const where = (key: string) => (ref?.test(key) ? { ref: key.toUpperCase() } : { id: key });
  const missing = (key: string): AppError => {
    const { one, missing: sentence = `There is no such ${one}.` } = words;
    return new AppError('not_found', typeof sentence === 'string' ? sentence : sentence(key));
  };
  const found = (row: unknown, key: K): R => {
    if (!row) throw missing(key as string);
    return as ? as(row as Row<M, S>) : (row as R);
  };
  /** The row without a lock. @throws AppError `not_found` */
  async function find(database: Db | Tx, key: K & string): Promise<R> {
    return found(await rowsOf(database, table).findUnique({ where: where(key), select }), key);
  }
  /** What a query wants to know of it. @throws AppError `not_found` */
  async function read<const T extends Select<M>>(
    database: Db | Tx,
    key: K & string,
    wanted: Exactly<T, M>,
  ): Promise<Row<M, T>> {
    const row = await rowsOf(database, table).findUnique({ where: where(key), select: wanted });
    if (!row) throw missing(key);
    return row as Row<M, T>;
  }
  async function lockRow(tx: Tx, key: K): Promise<unknown> {
    const at = where(key as string);
    const [condition, value] = 'ref' in at ? ['ref = $1', at.ref] : ['id = $1::uuid', at.id];
    const [row] = await tx.$queryRawUnsafe<{ id: string }[]>(
      `${locking} ${condition} for no key update`,
      value,
    );
    return flat ? row : row?.id;
  }
  async function lock(tx: Tx, key: K): Promise<R> {
    const locked = await (definition.load ?? definition.lock ?? lockRow)(tx, key);
    if (typeof locked !== 'string') return found(locked, key);
    return found(await rowsOf(tx, table).findUnique({ where: { id: locked }, select }), key);
  }
  return { where, find, read, lock };
}

function refusingOf<R>({
  noun,
  words,
}: Pick<Definition<Table, unknown, unknown, never, never>, 'noun' | 'words'>): Versions<R> {
  const rowOf = (row: R) => row as Versioned & { ref?: string; name?: string };
  const last = (tx: Tx, row: R, since?: number): Promise<LastAct | null> =>
    lastAct(tx, { kind: noun, id: rowOf(row).id }, since);
  async function changed(tx: Tx, row: R, seen?: number, by?: Actor): Promise<AppError> {
    const made = by && !isStaff(by) ? null : await last(tx, row, seen);
    const { ref, name, version } = rowOf(row);
    const what = ref ?? (name ? `“${isolated(name)}”` : (words.this ?? `this ${words.one}`));
    const done = made ? `, at ${inUtc(made.at)}: ${made.act}` : '';
    const sentence = `${isolated(made?.by ?? 'Somebody')} changed ${what} in between${done}.`;
    return new AppError('conflict', `${sentence} Look at it again, then decide.`, {
      details: { ...made, version },
    });
  }
  async function assertSeen(tx: Tx, row: R, version: number | undefined, by?: Actor): Promise<void> {
    if (version !== undefined && version !== rowOf(row).version) throw await changed(tx, row, version, by);
  }
  return { lastAct: last, changed, assertSeen };
}

/** Every delegate has these. Their types differ by table only in what `Select`, `Data` and `Row` say. */
interface Delegate {
  findUnique(args: object): Promise<unknown>;
  update(args: object): Promise<unknown>;
  updateManyAndReturn(args: object): Promise<Versioned[]>;
}

const rowsOf = (database: Db | Tx, table: Table): Delegate => database[table] as unknown as Delegate;

/** `automationEndpoint` → `automation_endpoint`: every table and column is mapped so. */
const sqlName = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
