import type { Tx } from '@/lib/database/db';
import { AppError } from '@/lib/platform/errors';
import { nameRows } from '@/lib/platform/names';
import { type SessionEndReason, sessionsEnded } from './events';
import type { MemberView, Role } from './schema';

nameRows('member', 'member', 'name');
nameRows('team', 'team', 'name');
nameRows('key', 'api_key', 'name');

export interface MemberRow {
  id: string;
  email: string;
  name: string;
  role: Role;
  passwordHash: string | null;
  disabledAt: Date | null;
  version: number;
}

export interface LockedMember extends MemberRow {
  /** Active admins besides this member. */
  otherAdmins: number;
}

/**
 * Locks a member and every active admin, in one order, so that two admins who demote each other at once take turns.
 * @throws AppError `not_found`
 */
export async function lockMember(tx: Tx, memberId: string): Promise<LockedMember> {
  const rows = await tx.$queryRaw<MemberRow[]>`
    select id, email, name, role::text as role, password_hash as "passwordHash", disabled_at as "disabledAt", version
    from member where id = ${memberId}::uuid or (role = 'ADMIN' and disabled_at is null)
    order by id for update`;
  const member = rows.find((row) => row.id === memberId);
  if (!member) throw new AppError('not_found', 'There is no such member. Open the list of people again.');
  const otherAdmins = rows.filter(
    (row) => row.id !== memberId && row.role === 'ADMIN' && !row.disabledAt,
  ).length;
  return { ...member, otherAdmins };
}

/** @throws AppError `precondition`: somebody must be left who can look after people and settings. */
export function assertNotLastAdmin(member: LockedMember): void {
  if (member.role !== 'ADMIN' || member.disabledAt || member.otherAdmins > 0) return;
  throw new AppError('precondition', `${member.name} is the last admin. Make somebody else an admin first.`);
}

/** @throws AppError `conflict` when the page that was acted on shows an older state. */
export function assertMemberVersion(member: MemberRow, seen: number | undefined): void {
  if (seen === undefined || seen === member.version) return;
  throw new AppError('conflict', `${member.name} was changed by somebody else meanwhile. Look at it again.`, {
    details: { version: member.version, role: member.role },
  });
}

/** Ends the sign-ins of a member that are still good; the event, or nothing when there were none. */
export async function endSessionsOf(
  tx: Tx,
  memberId: string,
  reason: SessionEndReason,
  except: string | null = null,
) {
  const ended = await tx.$queryRaw<{ id: string }[]>`
    update session set revoked_at = now()
    where member_id = ${memberId}::uuid and revoked_at is null and expires_at > now()
      and (${except}::uuid is null or id <> ${except}::uuid)
    returning id`;
  return ended.length > 0
    ? [sessionsEnded({ memberId, sessionIds: ended.map((row) => row.id), reason })]
    : [];
}

export function memberView(row: MemberRow): MemberView {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    role: row.role,
    state: row.disabledAt ? 'DISABLED' : 'ACTIVE',
    version: row.version,
  };
}
