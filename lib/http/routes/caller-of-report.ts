import { createHash } from 'node:crypto';
import { readBearer } from '@/lib/auth/key-lookup';
import { callOf, type HeaderSource, headerContext } from '@/lib/auth/request-context';
import type { Actor, Context } from '@/lib/platform/context';
import { isAppError } from '@/lib/platform/errors';
import { withTimeLimit } from '@/lib/platform/limits/time-limit';
import { oncePerProcess } from '@/lib/platform/process/once-per-process';

const rememberedMs = 10 * 60_000;
/** Longer than a lookup takes; after that the report goes on without it. */
const timeLimitMs = 2_000;
/** A key that was just looked up is not looked up again, when its owner sends hundreds of reports at once. */
const freshMs = 1_000;
const mostRemembered = 1_000;

type KeyActor = Extract<Actor, { kind: 'key' }>;
const seen = oncePerProcess('keys seen', () => new Map<string, { actor: KeyActor; at: number }>());

function nameOf(bearer: string): string {
  return createHash('sha256').update(bearer).digest('hex');
}

function remember(bearer: string, actor: KeyActor): void {
  const keys = seen();
  if (keys.size >= mostRemembered) keys.clear();
  keys.set(nameOf(bearer), { actor, at: Date.now() });
}

function seenWithin(bearer: string, ms: number): KeyActor | null {
  const known = seen().get(nameOf(bearer));
  return known && Date.now() - known.at < ms ? known.actor : null;
}

/** Who the caller was when the database could last be asked; a person with a sign-in counts as a visitor then. */
function callerWhileAway(headers: HeaderSource, bearer: string | null): Context | null {
  const actor: Actor | null = bearer ? seenWithin(bearer, rememberedMs) : { kind: 'anonymous' };
  return actor && { ...callOf(headers), actor };
}

/**
 * Who sends a report. While the database is away, API keys that were used here within ten minutes still count,
 * because a report is what must get through then.
 * @throws AppError `unauthenticated`, `invalid`, `unavailable` for a key that cannot be checked
 */
export async function callerOfReport(headers: HeaderSource): Promise<Context> {
  const bearer = readBearer(headers.get('authorization'));
  const fresh = bearer && seenWithin(bearer, freshMs);
  if (fresh) return { ...callOf(headers), actor: fresh };
  try {
    const ctx = await withTimeLimit(timeLimitMs, headerContext(headers));
    if (bearer && ctx.actor.kind === 'key') remember(bearer, ctx.actor);
    return ctx;
  } catch (error) {
    const away = isAppError(error) && error.code === 'unavailable';
    const ctx = away ? callerWhileAway(headers, bearer) : null;
    if (ctx) return ctx;
    throw error;
  }
}
