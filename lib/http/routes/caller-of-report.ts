import { readBearer } from '@/lib/auth/key-lookup';
import { callOf, type HeaderSource, headerContext } from '@/lib/auth/request-context';
import { isUnread, refuseUnread } from '@/lib/database/database-errors';
import { pool } from '@/lib/database/db';
import { isReadable } from '@/lib/database/health/read-or';
import type { Role } from '@/lib/members/schema';
import { sha256 } from '@/lib/platform/audit/canonical-json';
import type { Actor, Context } from '@/lib/platform/context';
import { withTimeLimit } from '@/lib/platform/limits/time-limit';
import { oncePerProcess } from '@/lib/platform/process/once-per-process';
import { type Running, repeat } from '@/lib/platform/process/repeat';

const rememberedMs = 10 * 60_000;
/** Longer than a lookup takes; after that the report of a key that is known goes on without it. */
const timeLimitMs = 2_000;
/** Without it nobody knows whose report it is, so that the answer is waited for. */
const strangerLimitMs = 8_000;
/** A key that was just looked up is not looked up again, when its owner sends hundreds of reports at once. */
const freshMs = 1_000;
const readKeysMs = 30_000;

type KeyActor = Extract<Actor, { kind: 'key' }>;
const seen = oncePerProcess('keys seen', () => new Map<string, { actor: KeyActor; at: number }>());

const nameOf = (bearer: string): string => Buffer.from(sha256(bearer)).toString('hex');

function seenWithin(bearer: string, ms: number): KeyActor | null {
  const known = seen().get(nameOf(bearer));
  return known && Date.now() - known.at < ms ? known.actor : null;
}

/** Remembers every key that is good now: one may be used for the first time when the database does not answer. */
export async function rememberKeys(): Promise<void> {
  const { rows } = await pool().query<{ name: string; id: string; role: Role }>(
    `select encode(hash, 'hex') as name, id, role from api_key
     where revoked_at is null and expires_at > now()`,
  );
  const at = Date.now();
  seen.put(
    new Map(rows.map(({ name, id, role }) => [name, { actor: { kind: 'key', keyId: id, role }, at }])),
  );
}

/** To be run by every process that takes reports. */
export function startRememberingKeys(): Running {
  return repeat(rememberKeys, { everyMs: readKeysMs, failed: 'the keys that are good are not read' });
}

/** Who the caller was when the database could last be asked; a person with a sign-in counts as a visitor then. */
function callerWhileAway(headers: HeaderSource, bearer: string | null): Context | null {
  const actor: Actor | null = bearer ? seenWithin(bearer, rememberedMs) : { kind: 'anonymous' };
  return actor && { ...callOf(headers), actor };
}

/**
 * Who sends a report. While the database does not answer, API keys that were good within ten minutes still count,
 * because a report is what must get through then.
 * @throws AppError `unauthenticated`, `invalid`, `unavailable` for a key that cannot be checked
 */
export async function callerOfReport(headers: HeaderSource): Promise<Context> {
  const bearer = readBearer(headers.get('authorization'));
  const fresh = bearer && seenWithin(bearer, freshMs);
  if (fresh) return { ...callOf(headers), actor: fresh };
  const away = callerWhileAway(headers, bearer);
  if (away && !isReadable()) return away;
  try {
    const ctx = await withTimeLimit(away ? timeLimitMs : strangerLimitMs, headerContext(headers));
    if (bearer && ctx.actor.kind === 'key') seen().set(nameOf(bearer), { actor: ctx.actor, at: Date.now() });
    return ctx;
  } catch (error) {
    if (away && isUnread(error)) return away;
    return refuseUnread(error);
  }
}
