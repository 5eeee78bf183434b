import type { z } from 'zod';
import { isRetryable } from '@/lib/database/database-errors';
import { db, inTransaction, type Tx } from '@/lib/database/db';
import { loadAllowed, notAllowed, withinPolicy } from '@/lib/platform/access/load-allowed';
import { checkAnswer } from '@/lib/platform/answers/check-answer';
import type { EventDraft } from '@/lib/platform/events/event-type';
import { assertAllTold } from '@/lib/platform/events/raised-versions';
import { recordEvents } from '@/lib/platform/events/record-events';
import {
  claimIdempotency,
  type Earlier,
  earlierAnswer,
  storeIdempotentAnswer,
} from '@/lib/platform/input/idempotency';
import { parseInput } from '@/lib/platform/input/parse-input';
import { assertRate, type Limits, takenBackIfRefused } from '@/lib/platform/limits/rate-limit';
import { turnsOfEach } from '@/lib/platform/limits/turns';
import { noteIfRefused } from '@/lib/platform/process/note-refusal';
import { oncePerProcess } from '@/lib/platform/process/once-per-process';
import { actorScope, type Context, factsOf } from './context';
import { type Allow, allowed, type PolicyRow } from './policy';
import { versionIn } from './rules/version-in';
import type { Subject, Versions } from './subject';

export interface RunArguments<S, I, P = undefined> {
  tx: Tx;
  input: I;
  subject: S;
  /** What `prepare` made. */
  prepared: P;
  ctx: Context;
  /** The database's clock at the start of the transaction. */
  now: Date;
  /** Queues facts; they are written with the change, in this order, when `run` returns. */
  record: (...drafts: EventDraft[]) => void;
}

/** Locks its subject, so that two commands on one take turns, and checks the version that the caller saw. */
interface OnSubject<T extends z.ZodType, S, K> {
  subject: Subject<K, S> & ('version' extends keyof z.output<T> ? Versions<S> : unknown);
  /** The key of the subject. */
  of: (input: z.output<T>) => K;
  load?: never;
}

/** A command without a single subject of its own, e.g. one that creates it. */
interface WithoutSubject<T extends z.ZodType, S> {
  /** Loads what the policy is asked about, locked where it has to be. */
  load: (tx: Tx, input: z.output<T>, ctx: Context) => Promise<S>;
  subject?: never;
}

type Definition<T extends z.ZodType, S, V, K, P> = (OnSubject<T, S, K> | WithoutSubject<T, S>) & {
  /** `<noun>.<verb>`, only where several commands share a row of the policy table; else it is called like its row. */
  name?: string;
  input: T;
  /** The view that `run` returns; in tests every answer of the API is held against it. */
  answer: z.ZodType<V>;
  allow: Allow<S>;
  /** What makes a request the same one under its idempotency key; all of its input unless said. */
  repeats?: (input: z.output<T>) => object;
  /** How often it may be tried: counted by who acts, so that nobody uses up the tries of those whom they name. */
  limits?: Limits<z.output<T>>;
  /**
   * Work that takes its time, done before the transaction, so that no connection and no row waits for it. The policy has
   * said that the actor's role may, not yet that this subject is theirs: who prepares something about it asks that first.
   */
  prepare?: (ctx: Context, input: z.output<T>) => Promise<P>;
  run: (args: RunArguments<S, z.output<T>, P>) => Promise<V>;
};

type Named<D> = D & { name: string };

export interface Command<T extends z.ZodType, V> {
  (ctx: Context, raw: z.input<T>): Promise<V>;
  readonly commandName: string;
  readonly act: string;
  readonly policy: PolicyRow;
  readonly input: T;
  readonly answer: z.ZodType<V>;
}

const tries = 4;

/** Acts of one actor at a time: whoever does the same often at once keeps only themselves waiting. */
const turnOf = oncePerProcess('turns of actors', () => turnsOfEach(3, 5_000));

/**
 * The one way to write: parse → limits → transaction → lock → policy → version → run → events, all or nothing. Whom the
 * policy never lets is refused before anything is counted or read.
 * Called with a context and raw input; answers the view that `run` returns.
 * @throws AppError `invalid`, `not_found`, `unauthenticated`, `forbidden`, `conflict`, `precondition`, `rate_limited`,
 *   `unavailable`
 */
export function command<T extends z.ZodType, S, V, K = string, P = undefined>(
  given: Definition<T, S, V, K, P>,
): Command<T, V> {
  const definition = { ...given, name: given.name ?? given.allow.act };
  const { name, allow, input: schema, answer, limits, prepare } = definition;
  const call = async (ctx: Context, raw: z.input<T>): Promise<V> => {
    const input = parseInput(schema, raw);
    if (!allowed(allow.row, ctx.actor, true))
      throw noteIfRefused(notAllowed(ctx.actor, allow.row), factsOf(ctx, name));
    const body = definition.repeats?.(input) ?? raw;
    const act = async (): Promise<V> => {
      // It was done before: that counts for no limit, and what is prepared may not even be possible any more.
      const earlier = (prepare || limits) && (await earlierAnswer(db(), ctx, name, body));
      if (earlier) return await inTransaction((tx) => retell(definition, tx, { ctx, input, earlier }));
      const rules = limits?.rules(ctx, input) ?? [];
      if (limits) await assertRate(rules, limits.sentence);
      return await takenBackIfRefused(rules, async () => {
        const prepared = (await prepare?.(ctx, input)) as P;
        const turn = turnOf()(actorScope(ctx));
        return await turn(() => execute(definition, { ctx, input, body, prepared }));
      });
    };
    const view = await withinPolicy({ name, allow }, ctx, act);
    checkAnswer(name, answer, () => view);
    return view;
  };
  return Object.assign(call, { commandName: name, act: allow.act, policy: allow.row, input: schema, answer });
}

/** A command with work around it that does not belong into its transaction, such as an answer that takes the same time whatever it found. */
export function asCommand<T extends z.ZodType, I, V>(
  about: Pick<Command<T, unknown>, 'commandName' | 'act' | 'policy' | 'input'>,
  answer: z.ZodType<V>,
  call: (ctx: Context, raw: I) => Promise<V>,
) {
  const { commandName, act, policy, input } = about;
  return Object.assign(call, { commandName, act, policy, input, answer });
}

interface Call<I, P> {
  ctx: Context;
  input: I;
  /** What makes the request the same one under its idempotency key. */
  body: unknown;
  prepared: P;
}

async function execute<T extends z.ZodType, S, V, K, P>(
  definition: Named<Definition<T, S, V, K, P>>,
  call: Call<z.output<T>, P>,
): Promise<V> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await inTransaction((tx) => executeIn(tx, definition, call));
    } catch (error) {
      if (attempt >= tries || !isRetryable(error)) throw error;
    }
  }
}

async function executeIn<T extends z.ZodType, S, V, K, P>(
  tx: Tx,
  definition: Named<Definition<T, S, V, K, P>>,
  { ctx, input, body, prepared }: Call<z.output<T>, P>,
): Promise<V> {
  const earlier = await claimIdempotency(tx, ctx, definition.name, body);
  if (earlier) return await retell(definition, tx, { ctx, input, earlier });
  const subject = await allowedSubject(definition, tx, ctx, input);
  await assertSeen(definition, tx, { ctx, input, subject });
  const now = ctx.now ?? (await databaseNow(tx));
  const drafts: EventDraft[] = [];
  const view = await definition.run({
    tx,
    input,
    subject,
    prepared,
    ctx,
    now,
    record: (...more) => void drafts.push(...more),
  });
  await recordEvents(tx, ctx, now, drafts);
  assertAllTold(tx, definition.name);
  await storeIdempotentAnswer(tx, ctx, definition.name, { body, answer: view });
  return view;
}

/**
 * What was answered to the same request before. Who has another role since is asked about by the policy, because what
 * they were told then may not be theirs to know any more.
 */
async function retell<T extends z.ZodType, S, V, K, P>(
  definition: Definition<T, S, V, K, P>,
  tx: Tx,
  { ctx, input, earlier }: { ctx: Context; input: z.output<T>; earlier: Earlier },
): Promise<V> {
  const isFree = earlier.retold || allowed(definition.allow.row, ctx.actor, false);
  if (!isFree) await allowedSubject(definition, tx, ctx, input);
  return earlier.answer as V;
}

/** The subject, locked. */
async function allowedSubject<T extends z.ZodType, S, V, K, P>(
  definition: Definition<T, S, V, K, P>,
  tx: Tx,
  ctx: Context,
  input: z.output<T>,
): Promise<S> {
  const { allow } = definition;
  if (definition.load) return await loadAllowed(tx, allow, ctx, () => definition.load(tx, input, ctx));
  const { subject, of } = definition;
  return await loadAllowed(tx, allow, ctx, () => subject.lock(tx, of(input)), subject.own);
}

/** @throws AppError `conflict` when the subject is not in the version that the caller saw */
async function assertSeen<T extends z.ZodType, S, V, K, P>(
  definition: Definition<T, S, V, K, P>,
  tx: Tx,
  { ctx, input, subject }: { ctx: Context; input: z.output<T>; subject: S },
): Promise<void> {
  if (definition.load) return;
  await definition.subject.assertSeen?.(tx, subject, versionIn(input), ctx.actor);
}

export async function databaseNow(tx: Tx): Promise<Date> {
  const [row] = await tx.$queryRaw<{ now: Date }[]>`select now() as now`;
  return row?.now ?? new Date();
}
