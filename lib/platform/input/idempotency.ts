import { createHmac } from 'node:crypto';
import { isLockTimeout } from '@/lib/database/database-errors';
import type { Db, Tx } from '@/lib/database/db';
import { canonicalJson } from '@/lib/platform/audit/canonical-json';
import { actorScope, type Context, type Role } from '@/lib/platform/context';
import { AppError } from '@/lib/platform/errors';
import { derivedKey } from '@/lib/platform/secrets/derived-key';

const keepHours = 24;

/** As it is stored: the answer of an act that says nothing is absent, which an answer of null is not. */
interface Stored {
  answer?: unknown;
  /** Of the member or the key that it was told. */
  role?: Role;
}

/**
 * What was answered to the same request before. `retold` says whether the caller has the role that it was told; of
 * another role the policy is asked anew.
 */
export interface Earlier {
  answer?: unknown;
  retold: boolean;
}

/** Keyed, because a body may hold a password, which a plain hash would let anybody with the table guess. */
function bodyHash(body: unknown): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHmac('sha256', derivedKey('idempotency')).update(canonicalJson(body)).digest());
}

const roleOf = ({ actor }: Context): Role | undefined => ('role' in actor ? actor.role : undefined);

/**
 * Where the context's key is unique. Strangers have no name, and their network changes with every mast that a phone
 * passes: theirs is unique together with what they ask for, so that nobody is refused for the key of somebody else.
 */
function rowOf(
  ctx: Context,
  key: string,
  command: string,
  body: unknown,
): { scope: string; key: string; hash: Uint8Array<ArrayBuffer> } {
  const hash = bodyHash(body);
  const whose =
    ctx.actor.kind === 'anonymous' ? `anonymous:${Buffer.from(hash).toString('base64url')}` : actorScope(ctx);
  return { scope: `${whose}:${command}`, key, hash };
}

/**
 * Claims the context's key inside the transaction. A second request with the same key waits for the first one's
 * commit on the unique index and then gets its answer; with another body it is refused.
 * @throws AppError `in_progress` when the first one takes longer than a request waits, `conflict` for another body
 * @returns the stored answer, or null when this request is the first.
 */
export async function claimIdempotency(
  tx: Tx,
  ctx: Context,
  command: string,
  body: unknown,
): Promise<Earlier | null> {
  if (!ctx.idempotencyKey) return null;
  const { scope, key, hash } = rowOf(ctx, ctx.idempotencyKey, command, body);
  const claimed = await tx.$executeRaw`
    insert into idempotency_key (scope, key, body_hash, response, created_at, expires_at)
    values (${scope}, ${key}, ${hash}, '{}'::jsonb, now(), now() + make_interval(hours => ${keepHours}))
    on conflict (scope, key) do nothing`.catch((error: unknown) => {
    if (!isLockTimeout(error)) throw error;
    throw new AppError(
      'in_progress',
      'The same request is still being worked on. Wait a moment and try again.',
      {
        retryAfter: 5,
      },
    );
  });
  return claimed === 1 ? null : await earlierAnswer(tx, ctx, command, body);
}

/**
 * What was answered to the same request before, for a command with long work before its transaction.
 * @throws AppError `conflict` for another body under this key
 */
export async function earlierAnswer(
  database: Db | Tx,
  ctx: Context,
  command: string,
  body: unknown,
): Promise<Earlier | null> {
  if (!ctx.idempotencyKey) return null;
  const { scope, key, hash } = rowOf(ctx, ctx.idempotencyKey, command, body);
  const row = await database.idempotencyKey.findUnique({ where: { scope_key: { scope, key } } });
  if (!row) return null;
  if (!Buffer.from(row.bodyHash).equals(Buffer.from(hash))) {
    throw new AppError(
      'conflict',
      'This idempotency key was used for another request. Use a new key for a new request.',
    );
  }
  const { role, ...stored } = row.response as unknown as Stored;
  return { ...stored, retold: role === roleOf(ctx) };
}

export async function storeIdempotentAnswer(
  tx: Tx,
  ctx: Context,
  command: string,
  { body, answer }: { body: unknown; answer: unknown },
): Promise<void> {
  if (!ctx.idempotencyKey) return;
  const { scope, key } = rowOf(ctx, ctx.idempotencyKey, command, body);
  const role = roleOf(ctx);
  const stored: Stored = { answer, ...(role ? { role } : {}) };
  await tx.idempotencyKey.update({
    where: { scope_key: { scope, key } },
    data: { response: JSON.parse(JSON.stringify(stored)) },
  });
}
