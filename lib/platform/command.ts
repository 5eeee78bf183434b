import type { z } from 'zod';
import { isRetryable, translateDatabaseError } from '@/lib/database/database-errors';
import { db, type Tx } from '@/lib/database/db';
import type { Context } from './context';
import { AppError } from './errors';
import type { EventDraft } from './events';
import { claimIdempotency, storeIdempotentAnswer } from './idempotency';
import { parseInput } from './parse';
import { type Allow, allowed } from './policy';
import { recordEvents } from './record';

export interface RunArguments<S, I> {
  tx: Tx;
  input: I;
  subject: S;
  ctx: Context;
  /** The database's clock at the start of the transaction. */
  now: Date;
  /** Queues facts; they are written with the change, in this order, when `run` returns. */
  record: (...drafts: EventDraft[]) => void;
}

interface Definition<T extends z.ZodType, S, V> {
  /** `<noun>.<verb>`, as in the policy table. */
  name: string;
  input: T;
  /** Loads the subject and locks it (`FOR UPDATE`), so that two commands on one subject take turns. */
  load: (tx: Tx, input: z.output<T>, ctx: Context) => Promise<S>;
  allow: Allow<S, z.output<T>>;
  run: (args: RunArguments<S, z.output<T>>) => Promise<V>;
}

export interface Command<T extends z.ZodType, V> {
  (ctx: Context, raw: z.input<T>): Promise<V>;
  readonly commandName: string;
  readonly act: string;
  readonly input: T;
}

const tries = 4;

/**
 * The one way to write: parse → transaction → load and lock → policy → run → events, all or nothing.
 * Called with a context and raw input; answers the view that `run` returns.
 * @throws AppError `invalid`, `not_found`, `unauthenticated`, `forbidden`, `conflict`, `precondition`, `unavailable`
 */
export function command<T extends z.ZodType, S, V>(definition: Definition<T, S, V>): Command<T, V> {
  const call = async (ctx: Context, raw: z.input<T>): Promise<V> => {
    const input = parseInput(definition.input, raw);
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await db().$transaction((tx) => execute(definition, tx, ctx, input, raw));
      } catch (error) {
        if (attempt >= tries || !isRetryable(error)) throw translateDatabaseError(error);
      }
    }
  };
  return Object.assign(call, {
    commandName: definition.name,
    act: definition.allow.act,
    input: definition.input,
  });
}

async function execute<T extends z.ZodType, S, V>(
  definition: Definition<T, S, V>,
  tx: Tx,
  ctx: Context,
  input: z.output<T>,
  raw: unknown,
): Promise<V> {
  const earlier = await claimIdempotency(tx, ctx, definition.name, raw);
  if (earlier) return earlier.response as V;
  const subject = await definition.load(tx, input, ctx);
  await assertAllowed(definition.allow, ctx, subject, input);
  const now = ctx.now ?? (await databaseNow(tx));
  const drafts: EventDraft[] = [];
  const view = await definition.run({
    tx,
    input,
    subject,
    ctx,
    now,
    record: (...more) => void drafts.push(...more),
  });
  await recordEvents(tx, ctx, now, drafts);
  await storeIdempotentAnswer(tx, ctx, definition.name, view);
  return view;
}

/** @throws AppError `unauthenticated` for a visitor without a sign-in, `forbidden` for everybody else. */
export async function assertAllowed<S, I>(
  allow: Allow<S, I>,
  ctx: Context,
  subject: S,
  input: I,
): Promise<void> {
  const own = await allow.isOwn(ctx.actor, subject, input);
  if (allowed(allow.row, ctx.actor, own)) return;
  if (ctx.actor.kind === 'anonymous') throw new AppError('unauthenticated', 'Sign in to do this.');
  throw new AppError('forbidden', 'Your role does not allow this. Ask a manager or an admin of your team.');
}

export async function databaseNow(tx: Tx): Promise<Date> {
  const [row] = await tx.$queryRaw<{ now: Date }[]>`select now() as now`;
  return row?.now ?? new Date();
}
