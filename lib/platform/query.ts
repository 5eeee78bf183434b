import type { z } from 'zod';
import { type Db, db } from '@/lib/database/db';
import { loadAllowed, notAllowed, withinPolicy } from '@/lib/platform/access/load-allowed';
import { checkAnswer } from '@/lib/platform/answers/check-answer';
import { parseInput } from '@/lib/platform/input/parse-input';
import type { Actor, Context } from './context';
import { type Allow, type AllowAsIs, type AllowList, allowed, type PolicyRow } from './policy';

interface Definition<T extends z.ZodType, V> {
  name: string;
  input: T;
  /** The view that `run` returns; in tests every answer of the API is held against it. */
  answer: z.ZodType<V>;
}

interface Arguments<T extends z.ZodType> {
  db: Db;
  input: z.output<T>;
  ctx: Context;
}

/** Of one subject, which the policy is asked about. */
interface OfSubject<T extends z.ZodType, S, V> extends Definition<T, V> {
  load: (db: Db, input: z.output<T>, ctx: Context) => Promise<S>;
  allow: Allow<S>;
  run: (args: Arguments<T> & { subject: S }) => Promise<V>;
}

/** Of all rows or of none: what is somebody's own is asked of a subject or of a list. */
interface OfAll<T extends z.ZodType, V> extends Definition<T, V> {
  allow: AllowAsIs;
  run: (args: Arguments<T>) => Promise<V>;
}

/** `run` takes first which rows its actor may see: a parameter that is not used does not compile. */
interface OfList<T extends z.ZodType, W extends object, V> extends Definition<T, V> {
  allow: AllowList<W>;
  run: (visible: Partial<W>, args: Arguments<T>) => Promise<V>;
}

export interface Query<T extends z.ZodType, V> {
  (ctx: Context, raw: z.input<T>): Promise<V>;
  readonly queryName: string;
  readonly act: string;
  readonly policy: PolicyRow;
  readonly input: T;
  readonly answer: z.ZodType<V>;
}

/** The one way to read for somebody: parse → load → policy → select. Answers a view, never a row. */
export function query<T extends z.ZodType, S, V>(definition: OfSubject<T, S, V>): Query<T, V>;
export function query<T extends z.ZodType, V>(definition: OfAll<T, V>): Query<T, V>;
export function query<T extends z.ZodType, S, V>(definition: OfSubject<T, S, V> | OfAll<T, V>): Query<T, V> {
  return asQuery(definition, async (args) => {
    const { load, allow, run } = definition as OfSubject<T, S, V>;
    const subject = await loadAllowed(db(), allow, args.ctx, () => load?.(args.db, args.input, args.ctx));
    return await run({ ...args, subject });
  });
}

/** Reads rows of which some actors see their own only. */
export function listQuery<T extends z.ZodType, W extends object, V>(
  definition: OfList<T, W, V>,
): Query<T, V> {
  const { allow, run } = definition;
  return asQuery(definition, (args) => run(visibleTo(allow, args.ctx.actor), args));
}

/** @throws AppError `unauthenticated`, `forbidden` */
function visibleTo<W extends object>({ row, own }: AllowList<W>, actor: Actor): Partial<W> {
  if (allowed(row, actor, false)) return {};
  if (actor.kind === 'member' && allowed(row, actor, true)) return own(actor.memberId);
  throw notAllowed(actor, row);
}

function asQuery<T extends z.ZodType, V>(
  { name, input, answer, allow }: Definition<T, V> & { allow: { act: string; row: PolicyRow } },
  read: (args: Arguments<T>) => Promise<V>,
): Query<T, V> {
  const call = async (ctx: Context, raw: z.input<T>): Promise<V> => {
    const args = { db: db(), input: parseInput(input, raw), ctx };
    const view = await withinPolicy({ name, allow }, ctx, () => read(args));
    checkAnswer(name, answer, () => view);
    return view;
  };
  return Object.assign(call, { queryName: name, act: allow.act, policy: allow.row, input, answer });
}
