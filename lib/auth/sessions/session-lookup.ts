import { noteUse } from '@/lib/auth/note-use';
import { pool } from '@/lib/database/db';
import type { Role, SignedInMember } from '@/lib/members/schema';
import { readSessionCookie } from './cookies';
import { openSessionToken, sessionTokenHash } from './session-token';

interface Row {
  session_id: string;
  member_id: string;
  role: Role;
  name: string;
  email: string;
  time_zone: string | null;
  stale: boolean;
}

const lookup = {
  name: 'session-lookup',
  text: `select s.id as session_id, m.id as member_id, m.role, m.name, m.email, m.time_zone,
      s.last_seen_at < now() - interval '1 minute' as stale
    from session s join member m on m.id = s.member_id
    where s.token_hash = $1 and s.revoked_at is null and s.expires_at > now() and m.disabled_at is null`,
};

const markSeen = `update session set last_seen_at = now()
  where id = $1 and last_seen_at < now() - interval '1 minute'`;

/** The hash of the session that a Cookie header names, whether or not that session is still good. */
export async function cookieTokenHash(cookieHeader: string | null): Promise<Uint8Array<ArrayBuffer> | null> {
  const cookie = readSessionCookie(cookieHeader);
  const secret = cookie ? await openSessionToken(cookie) : null;
  return secret ? sessionTokenHash(secret) : null;
}

/** Who is signed in by a Cookie header: asked of the session's row each time, so that ending one acts everywhere at once. */
export async function findSignedIn(cookieHeader: string | null): Promise<SignedInMember | null> {
  const tokenHash = await cookieTokenHash(cookieHeader);
  if (!tokenHash) return null;
  const { rows } = await pool().query<Row>({ ...lookup, values: [tokenHash] });
  const row = rows[0];
  if (!row) return null;
  if (row.stale) await noteUse(markSeen, row.session_id);
  const { session_id: sessionId, member_id: id, time_zone: timeZone, role, name, email } = row;
  return { id, name, email, role, timeZone, sessionId };
}
