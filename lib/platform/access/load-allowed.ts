import { translateDatabaseError } from '@/lib/database/database-errors';
import type { Db, Tx } from '@/lib/database/db';
import { type Actor, type Context, factsOf } from '@/lib/platform/context';
import { AppError, isAppError } from '@/lib/platform/errors';
import { type Allow, allowed, type Own, type PolicyRow, refusalOf } from '@/lib/platform/policy';
import { noteIfRefused } from '@/lib/platform/process/note-refusal';
import { refusedInEqualTime } from '@/lib/platform/process/pause';

/**
 * Loads what the policy is asked about, and asks it. Whom the table never lets is refused before anything is read, and
 * who may act on their own only is refused alike what is not theirs and what is not there: neither learns what there is.
 * @throws AppError `unauthenticated` for a visitor without a sign-in, `forbidden` for everybody else
 */
export async function loadAllowed<S>(
  database: Db | Tx,
  { row, isOwn }: Allow<S>,
  { actor }: Context,
  load: () => Promise<S> | S,
  own: Own<S> = () => false,
): Promise<S> {
  if (!allowed(row, actor, true)) throw notAllowed(actor, row);
  if (allowed(row, actor, false)) return await load();
  try {
    const subject = await load();
    if (await (isOwn ?? own)(actor, subject, database)) return subject;
  } catch (error) {
    if (!isAppError(error) || error.code !== 'not_found') throw error;
  }
  throw notAllowed(actor, row);
}

/**
 * Work that asks the policy of a subject. Whoever may act on their own only learns from the time of a refusal no more
 * than from its words.
 */
export async function withinPolicy<V>(
  { name, allow: { row } }: { name: string; allow: { row: PolicyRow } },
  ctx: Context,
  work: () => Promise<V>,
): Promise<V> {
  const onlyOwn = allowed(row, ctx.actor, true) && !allowed(row, ctx.actor, false);
  try {
    return await (onlyOwn ? refusedInEqualTime(work) : work());
  } catch (error) {
    throw noteIfRefused(translateDatabaseError(error), factsOf(ctx, name));
  }
}

/** Says who may: what a refused person does next depends on who they are. */
export function notAllowed(actor: Actor, row: PolicyRow): AppError {
  if (actor.kind === 'anonymous') return new AppError('unauthenticated', 'Sign in to do this.');
  return new AppError('forbidden', refusalOf(actor, row));
}
