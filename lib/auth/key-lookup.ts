import { pool } from '@/lib/database/db';
import { keyMark, type Role } from '@/lib/members/schema';
import { sha256 } from '@/lib/platform/audit/canonical-json';
import type { Actor } from '@/lib/platform/context';
import { AppError } from '@/lib/platform/errors';
import { noteUse } from './note-use';

const lookup = {
  name: 'key-lookup',
  text: `select id, role, last_used_at is null or last_used_at < now() - interval '1 minute' as stale
    from api_key where hash = $1 and revoked_at is null and (expires_at is null or expires_at > now())`,
};

const markUsed = `update api_key set last_used_at = now()
  where id = $1 and (last_used_at is null or last_used_at < now() - interval '1 minute')`;

/** The key out of an Authorization header; null when it carries another scheme, such as a proxy's Basic. */
export function readBearer(authorization: string | null): string | null {
  return /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1] ?? null;
}

/** @throws AppError `unauthenticated` for a key that is unknown, revoked or over */
export async function keyActor(bearer: string): Promise<Extract<Actor, { kind: 'key' }>> {
  const known = bearer.startsWith(keyMark) && bearer.length < 100;
  const { rows } = known
    ? await pool().query<{ id: string; role: Role; stale: boolean }>({ ...lookup, values: [sha256(bearer)] })
    : { rows: [] };
  const row = rows[0];
  if (!row) {
    throw new AppError(
      'unauthenticated',
      'This API key is not known here, or was revoked. Make a new one in the settings.',
    );
  }
  if (row.stale) await noteUse(markUsed, row.id);
  return { kind: 'key', keyId: row.id, role: row.role };
}
