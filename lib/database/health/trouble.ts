/** What a database may be, as a process of ours meets it. */
export const databaseStates = ['well', 'away', 'slow', 'used up', 'read-only', 'full', 'outdated'] as const;
export type DatabaseState = (typeof databaseStates)[number];
export type Trouble = Exclude<DatabaseState, 'well'>;

interface Consequence {
  /** Why an act is refused, with 503. */
  says: string;
  /** Seconds after which somebody who was refused may try again. */
  retryAfter: number;
  /** Whether it is read from; else nobody waits for it, and the last known is shown. */
  reads: boolean;
  /** Whether a report is tried to be stored before it goes to the spool; acts are tried in any case. */
  stores: boolean;
  /** Milliseconds until somebody looks again, so that it comes back by itself. */
  lookAgainMs: number;
}

const brief = { retryAfter: 5, reads: false, stores: false, lookAgainMs: 1_000 };
const lasting = { retryAfter: 30, reads: true, stores: true, lookAgainMs: 10_000 };

export const consequences: Record<Trouble, Consequence> = {
  away: { ...brief, says: 'The database cannot be reached at the moment.' },
  slow: { ...brief, says: 'The database does not answer in time.' },
  'used up': { ...brief, says: 'The database has more to do than it can at the moment.' },
  'read-only': {
    ...brief,
    reads: true,
    says: 'At the moment the database takes no writes, so that one can only read.',
  },
  full: {
    ...lasting,
    says: 'The database takes no writes, because its room is used up. Whoever runs Standby has to make room.',
  },
  outdated: {
    ...lasting,
    says: 'The database is not of this version of Standby. Whoever runs Standby has to start it once more.',
  },
};

/** What somebody saw: in what became of an act, or by a look with a connection of its own. */
export type Seen = { by: 'act'; found: Trouble } | { by: 'look'; found: DatabaseState };

interface Next {
  state: DatabaseState;
  /** Whether connections that are open may lead to another server than new ones, and have to go. */
  renew: boolean;
  /** Milliseconds until the next look; null while it is well. */
  lookInMs: number | null;
}

/**
 * The states of the database and what leads from one to another. What a look finds holds. What an act met may be of its
 * own connection or statement only, so that it makes somebody look at once; that a server takes no writes holds until then.
 */
export function stateAfter(state: DatabaseState, { by, found }: Seen): Next {
  if (by === 'look') {
    const lookInMs = found === 'well' ? null : consequences[found].lookAgainMs;
    return { state: found, renew: found === 'well' && state === 'read-only', lookInMs };
  }
  const readOnly = state === 'well' && found === 'read-only';
  return { state: readOnly ? found : state, renew: readOnly, lookInMs: 0 };
}

interface Faulty {
  code?: unknown;
  cause?: unknown;
  message?: unknown;
  meta?: Record<string, unknown>;
  /** What Prisma's adapter calls it. */
  kind?: unknown;
  originalCode?: unknown;
  /** Its name, from the driver; wrapped by Prisma's adapter. */
  constraint?: string | { index?: string };
}

/** An error and its causes. */
export function faultsOf(error: unknown, depth = 0): Faulty[] {
  if (typeof error !== 'object' || error === null || depth > 5) return [];
  const fault = error as Faulty;
  return [fault, ...[fault.cause, fault.meta?.driverAdapterError].flatMap((e) => faultsOf(e, depth + 1))];
}

/** SQLSTATE, or what Prisma calls it, of an error and of its causes. */
export function codesOf(error: unknown): string[] {
  return faultsOf(error)
    .flatMap((fault) => [fault.code, fault.originalCode, fault.meta?.code, fault.kind])
    .filter((code): code is string => typeof code === 'string');
}

const mark = Symbol.for('standby.database');

/**
 * Says of an error that it came from a connection to the database. A socket breaks alike wherever it leads: to a caller,
 * a mail server or a target of a probe.
 */
export function markOfDatabase(error: unknown): void {
  if (error instanceof Error) Object.defineProperty(error, mark, { value: true });
}

/** By SQLSTATE or code of Prisma. */
const troubleByCode: readonly [RegExp, Trouble][] = [
  [/^(25006)$/, 'read-only'],
  [/^(53300|P2024|P2037)$/, 'used up'],
  [/^53/, 'full'],
  [/^(57014|25P0[34]|P1008|P2028)$/, 'slow'],
  [/^(42P01|42703|42883|3F000|P202[12])$/, 'outdated'],
  [/^(08...|28...|3D000|57P..)$/, 'away'],
  [/^(P100[0-3]|P1010|P1017|DatabaseNotReachable|ConnectionClosed|TlsConnectionError)$/, 'away'],
  [/^SocketTimeout$/, 'slow'],
];

/** What only the drivers of the database say, without a code. */
const troubleByWords: readonly [RegExp, Trouble][] = [
  [/timeout exceeded when trying to connect/, 'used up'],
  [/Connection terminated due to connection timeout|^timeout expired$|Query read timeout/, 'slow'],
  [/Connection terminated|is not queryable|Can't reach database/, 'away'],
];

function firstOf(texts: string[], table: readonly [RegExp, Trouble][]): Trouble | null {
  for (const [form, trouble] of table) if (texts.some((text) => form.test(text))) return trouble;
  return null;
}

/** The SQLSTATEs of an error and of its causes. */
function sqlStatesOf(error: unknown): string[] {
  return codesOf(error).filter((code) => /^(?:\d[0-9A-Z]|F0|HV|P0|XX)[0-9A-Z]{3}$/.test(code));
}

/** The trouble of the database that an error tells of; null when it is of the statement, or of something else. */
export function troubleOf(error: unknown): Trouble | null {
  const faults = faultsOf(error);
  const words = faults.flatMap(({ message }) => (typeof message === 'string' ? [message] : []));
  const told = firstOf(codesOf(error), troubleByCode) ?? firstOf(words, troubleByWords);
  return told ?? (faults.some((fault) => mark in fault) ? 'away' : null);
}

/** Whether the database, or the way to it, is what an error came from. */
export function isOfDatabase(error: unknown): boolean {
  return troubleOf(error) !== null || sqlStatesOf(error).length > 0;
}
