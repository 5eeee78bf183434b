import type { Db, Tx } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import { linkTokenHash, verifyLinkToken } from '@/lib/platform/secrets/link-token';

export interface OpenReset {
  id: string;
  memberId: string;
  email: string;
  name: string;
}

/**
 * The request for a new password that a link opens.
 * @throws AppError `not_found` for a link that was not made here, `precondition` when used or over
 */
export async function openReset(tx: Db | Tx, token: string): Promise<OpenReset> {
  const id = verifyLinkToken('password-reset', token);
  const [row] = id
    ? await tx.$queryRaw<(OpenReset & { open: boolean })[]>`
        select r.id, m.id as "memberId", m.email, m.name,
          r.used_at is null and r.expires_at > now() and m.disabled_at is null as open
        from password_reset r join member m on m.id = r.member_id
        where r.id = ${id}::uuid and r.token_hash = ${linkTokenHash(token)}`
    : [];
  if (!row) throw new AppError('not_found', 'This link is not valid. Check that all of it was copied.');
  if (!row.open)
    throw new AppError('precondition', 'This link was used already or has run out. Ask for a new one.');
  return { id: row.id, memberId: row.memberId, email: row.email, name: row.name };
}
