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
export interface Seen {
  by: 'act' | 'look';
  found: DatabaseState;
}

interface Next {
  state: DatabaseState;
  /** Whether connections that are open may lead to another server than new ones, and have to go. */
  renew: boolean;
  /** Milliseconds until the next look; null while it is well. */
  lookInMs: number | null;
}

/** A look finds no want of room and no missing column: of these an act is believed. */
const believed: readonly DatabaseState[] = ['full', 'outdated'];

/**
 * The states of the database and what leads from one to another. What a look finds holds. What an act met may be of its
 * own connection or statement only, so that it makes somebody look at once; that a server takes no writes holds until then.
 */
export function stateAfter(state: DatabaseState, { by, found }: Seen): Next {
  if (by === 'look' || believed.includes(found)) {
    const lookInMs = found === 'well' ? null : consequences[found].lookAgainMs;
    return { state: found, renew: found === 'well' && state === 'read-only', lookInMs };
  }
  if (found === 'well') return { state, renew: false, lookInMs: state === 'well' ? null : 0 };
  const readOnly = state === 'well' && found === 'read-only';
  return { state: readOnly ? found : state, renew: readOnly, lookInMs: 0 };
}

interface Faulty {
  code?: unknown;
  cause?: unknown;
  message?: unknown;
  meta?: Record<string, unknown>;
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

/** SQLSTATE or Prisma code of an error and of its causes. */
export function codesOf(error: unknown): string[] {
  return faultsOf(error)
    .flatMap((fault) => [fault.code, fault.originalCode, fault.meta?.code])
    .filter((code): code is string => typeof code === 'string');
}

/** SQLSTATE, code of Node or of Prisma. */
const troubleByCode: readonly [RegExp, Trouble][] = [
  [/^(25006)$/, 'read-only'],
  [/^(53300|P2024|P2037)$/, 'used up'],
  [/^53/, 'full'],
  [/^(57014|25P0[34]|P1008|P2028)$/, 'slow'],
  [/^(42P01|42703|42883|3F000|P202[12])$/, 'outdated'],
  [/^(08...|28...|3D000|57P..)$/, 'away'],
  [/^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/, 'away'],
  [/^(P100[0-3]|P1010|P1017)$/, 'away'],
];

/** What the drivers say without a code. */
const troubleByWords: readonly [RegExp, Trouble][] = [
  [/timeout exceeded when trying to connect/i, 'used up'],
  [/connection timeout|timeout expired|Query read timeout/i, 'slow'],
  [
    /Connection terminated|server closed the connection|Can't reach database|the database system is|Closed connection/i,
    'away',
  ],
];

function firstOf(texts: string[], table: readonly [RegExp, Trouble][]): Trouble | null {
  for (const [form, trouble] of table) if (texts.some((text) => form.test(text))) return trouble;
  return null;
}

/** The trouble of the database that an error tells of; null when it is of the statement, or of something else. */
export function troubleOf(error: unknown): Trouble | null {
  const words = faultsOf(error).flatMap(({ message }) => (typeof message === 'string' ? [message] : []));
  return firstOf(codesOf(error), troubleByCode) ?? firstOf(words, troubleByWords);
}
