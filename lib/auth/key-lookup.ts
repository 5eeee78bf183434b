import { pool } from '@/lib/database/db';
import { keyMark, type Role } from '@/lib/members/schema';
import { sha256 } from '@/lib/platform/audit/canonical-json';
import type { Actor } from '@/lib/platform/context';
import { AppError } from '@/lib/platform/errors';
import { inUtc } from '@/lib/platform/rules/in-utc';
import { noteUse } from './note-use';

const lookup = {
  name: 'key-lookup',
  text: `select id, role, last_used_at is null or last_used_at < now() - interval '1 minute' as stale,
      expires_at as end, expires_at <= now() as ended
    from api_key where hash = $1 and revoked_at is null`,
};

const markUsed = `update api_key set last_used_at = now()
  where id = $1 and (last_used_at is null or last_used_at < now() - interval '1 minute')`;

/** The key out of an Authorization header; null when it carries another scheme, such as a proxy's Basic. */
export function readBearer(authorization: string | null): string | null {
  return /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1] ?? null;
}

interface Row {
  id: string;
  role: Role;
  stale: boolean;
  end: Date;
  ended: boolean;
}

/** @throws AppError `unauthenticated` for a key that is unknown, revoked or has ended */
export async function keyActor(bearer: string): Promise<Extract<Actor, { kind: 'key' }>> {
  const known = bearer.startsWith(keyMark) && bearer.length < 100;
  const { rows } = known ? await pool().query<Row>({ ...lookup, values: [sha256(bearer)] }) : { rows: [] };
  const row = rows[0];
  if (!row) {
    throw new AppError(
      'unauthenticated',
      'This API key is not known here, or was revoked. Make a new one in the settings.',
    );
  }
  if (row.ended) {
    const sentence = `This API key ended at ${inUtc(row.end.toISOString())}. Make a new one in the settings.`;
    throw new AppError('unauthenticated', sentence);
  }
  if (row.stale) await noteUse(markUsed, row.id);
  return { kind: 'key', keyId: row.id, role: row.role };
}
