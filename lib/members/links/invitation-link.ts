import type { Db, Tx } from '@/lib/database/db';
import type { Role } from '@/lib/members/schema';
import { AppError } from '@/lib/platform/errors';
import { linkTokenHash, verifyLinkToken } from '@/lib/platform/secrets/link-token';
import { Prisma } from '@/prisma/generated/client';

export interface OpenInvitation {
  id: string;
  email: string;
  name: string | null;
  role: Role;
  expiresAt: Date;
  invitedBy: string | null;
}

interface Row extends OpenInvitation {
  acceptedAt: Date | null;
  revokedAt: Date | null;
  over: boolean;
  taken: boolean;
}

/**
 * The invitation that a link opens, locked where it is going to be accepted.
 * @throws AppError `not_found` for a link that was not made here, `conflict` when used or its address is a member's, `precondition` when withdrawn or over
 */
export async function openInvitation(
  tx: Db | Tx,
  token: string,
  { lock = false } = {},
): Promise<OpenInvitation> {
  const id = verifyLinkToken('invitation', token);
  const [row] = id
    ? await tx.$queryRaw<Row[]>`
        select i.id, i.email, i.name, i.role::text as role, i.expires_at as "expiresAt", m.name as "invitedBy",
          i.accepted_at as "acceptedAt", i.revoked_at as "revokedAt", i.expires_at <= now() as over,
          exists (select 1 from member where email = i.email) as taken
        from invitation i left join member m on m.id = i.invited_by_id
        where i.id = ${id}::uuid and i.token_hash = ${linkTokenHash(token)}
          ${lock ? Prisma.sql`for no key update of i` : Prisma.empty}`
    : [];
  if (!row)
    throw new AppError('not_found', 'This invitation link is not valid. Check that all of it was copied.');
  if (row.acceptedAt) throw new AppError('conflict', 'This invitation was used already. Sign in instead.');
  if (row.taken)
    throw new AppError('conflict', 'There is an account for this address already. Sign in instead.');
  if (row.revokedAt)
    throw new AppError('precondition', 'This invitation was taken back. Ask an admin for a new one.');
  if (row.over)
    throw new AppError('precondition', 'This invitation has run out. Ask an admin for a new one.');
  return row;
}
