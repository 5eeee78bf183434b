import type { Db, Tx } from '@/lib/database/db';
import type { Actor } from './context';

export const columns = [
  'ANONYMOUS',
  'REPORTER',
  'SUBSCRIBER',
  'USER',
  'DEVELOPER',
  'RESPONDER',
  'MANAGER',
  'ADMIN',
  'CALLBACK',
  'SYSTEM',
  'CLI',
] as const;
export type Column = (typeof columns)[number];

/**
 * Who may do one act, each role with those above it. `yes`: on any subject. `own`: on a subject of their own only, as
 * the act's owner rule says.
 * `key`: an API key may do it when its role may. The system may always do what is `yes` for SYSTEM only.
 */
export interface PolicyRow {
  readonly yes: readonly Column[];
  readonly own?: readonly Column[];
  readonly key?: boolean;
}

/** A manager may do what a responder may, and an admin what a manager may. */
const ladder: readonly Column[] = ['RESPONDER', 'MANAGER', 'ADMIN'];

function withAbove(named: readonly Column[]): readonly Column[] {
  const least = ladder.findIndex((role) => named.includes(role));
  return least < 0 ? named : [...new Set([...named, ...ladder.slice(least)])];
}

/** One noun's rows of the policy table; `<noun>.<verb>` → row. */
export function policy<T extends Record<string, PolicyRow>>(
  rows: T,
): { readonly [act in keyof T]: PolicyRow } {
  const full = ({ yes, own = [], ...row }: PolicyRow) => ({
    ...row,
    yes: withAbove(yes),
    own: withAbove(own),
  });
  return Object.fromEntries(Object.entries(rows).map(([act, row]) => [act, full(row)])) as {
    [act in keyof T]: PolicyRow;
  };
}

function column(actor: Actor): Column {
  switch (actor.kind) {
    case 'member':
    case 'key':
      return actor.role;
    default:
      return actor.kind.toUpperCase() as Column;
  }
}

/** The answer of the table for an actor; `own` is whether the subject is theirs. */
export function allowed(row: PolicyRow, actor: Actor, own: boolean): boolean {
  if (actor.kind === 'key' && !row.key) return false;
  const place = column(actor);
  return row.yes.includes(place) || (own && (row.own ?? []).includes(place));
}

const roleWords: Partial<Record<Column, string>> = {
  USER: 'user',
  DEVELOPER: 'developer',
  RESPONDER: 'responder',
  MANAGER: 'manager',
  ADMIN: 'admin',
};

function rolesOf(row: PolicyRow): string {
  const named = columns.flatMap((column) =>
    row.yes.includes(column) && roleWords[column]
      ? [`${column === 'ADMIN' ? 'an' : 'a'} ${roleWords[column]}`]
      : [],
  );
  return named.join(', ').replace(/, ([^,]*)$/, ' or $1');
}

/** Why the table says no, and who may instead. */
export function refusalOf(actor: Actor, row: PolicyRow): string {
  const roles = rolesOf(row);
  if (actor.kind === 'key') {
    if (!row.key) return `An API key may not do this.${roles ? ` It takes ${roles} who signs in.` : ''}`;
    return `This API key has the role ${roleWords[actor.role]}, which does not allow this. Use a key with the role of ${roles}.`;
  }
  if (!roles && (row.own ?? []).length > 0) return 'Only the person whose own it is may do this.';
  if (!roles) return 'Nobody who signs in may do this.';
  if (actor.kind !== 'member') return `This link does not allow this. Ask ${roles}.`;
  return (row.own ?? []).includes(actor.role)
    ? `You may do this only where it is your own. Ask ${roles}.`
    : `Your role does not allow this. Ask ${roles} of your team.`;
}

/** Those of the acts that the table leaves to an actor; a view names them, and the commands ask again. */
export function actsOf<A extends string>(
  rows: Readonly<Record<A, PolicyRow>>,
  acts: readonly A[],
  actor: Actor,
  own: boolean,
): A[] {
  return acts.filter((act) => allowed(rows[act], actor, own));
}

/** What makes a subject the actor's own; it reads through the connection of its command. */
export type Own<S> = (actor: Actor, subject: S, database: Db | Tx) => boolean | Promise<boolean>;

/** The `allow` of a command or query: the row of the table, and what makes a subject the actor's own. */
export interface Allow<S> {
  readonly act: string;
  readonly row: PolicyRow;
  /** Left out: as the subject says; without one, nothing is anybody's own. */
  readonly isOwn?: Own<S>;
}

/** An `allow` with no rule of its own for what is somebody's own. */
export interface AllowAsIs extends Allow<unknown> {
  readonly isOwn?: never;
}

/** The `allow` of a list: the row of the table, and which rows are a member's own. */
export interface AllowList<W extends object> {
  readonly act: string;
  readonly row: PolicyRow;
  readonly own: (memberId: string) => W;
}

/** Binds an act of a noun's policy to a list, of which some see what is their own only. */
export function permitList<T extends Record<string, PolicyRow>, W extends object>(
  rows: T,
  act: keyof T & string,
  own: (memberId: string) => W,
): AllowList<W> {
  return { act, row: rows[act] as PolicyRow, own };
}

/** Binds an act of a noun's policy to a command, or to a query of one subject. */
export function permit<T extends Record<string, PolicyRow>>(rows: T, act: keyof T & string): AllowAsIs;
export function permit<T extends Record<string, PolicyRow>, S>(
  rows: T,
  act: keyof T & string,
  isOwn: Own<S>,
): Allow<S>;
export function permit<S>(rows: Record<string, PolicyRow>, act: string, isOwn?: Own<S>): Allow<S> {
  return { act, row: rows[act] as PolicyRow, ...(isOwn ? { isOwn } : {}) };
}
