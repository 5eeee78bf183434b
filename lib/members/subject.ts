import type { Tx } from '@/lib/database/db';
import type { MemberView } from '@/lib/members/queries/views';
import type { Actor } from '@/lib/platform/context';
import { AppError } from '@/lib/platform/errors';
import { subject } from '@/lib/platform/subject';
import { type SessionEndReason, sessionsEnded } from './events';
import type { Role } from './schema';

/** A member is nobody's but their own. */
export function isThatMember(actor: Actor, { id }: { id: string }): boolean {
  return actor.kind === 'member' && actor.memberId === id;
}

/** A session, a list of sessions and the like belong to the member they are of. */
export function isOfThatMember(actor: Actor, { memberId }: { memberId: string }): boolean {
  return actor.kind === 'member' && actor.memberId === memberId;
}

interface MemberRow {
  id: string;
  email: string;
  name: string;
  role: Role;
  passwordHash: string | null;
  disabledAt: Date | null;
  version: number;
}

interface LockedMember extends MemberRow {
  /** Active admins besides this member. */
  otherAdmins: number;
}

/**
 * The member and, for an admin, every other active admin, in one order, so that two admins who demote each other at once
 * take turns.
 */
async function loadWithAdmins(tx: Tx, memberId: string): Promise<LockedMember | null> {
  const rows = await tx.$queryRaw<MemberRow[]>`
    select id, email, name, role::text as role, password_hash as "passwordHash", disabled_at as "disabledAt", version
    from member where id = ${memberId}::uuid or (role = 'ADMIN' and disabled_at is null
      and exists (select from member m where m.id = ${memberId}::uuid and m.role = 'ADMIN'))
    order by id for update`;
  const others = rows.filter((row) => row.id !== memberId && row.role === 'ADMIN' && !row.disabledAt);
  const member = rows.find((row) => row.id === memberId);
  return member ? { ...member, otherAdmins: others.length } : null;
}

const shown = { id: true, email: true, name: true, role: true, disabledAt: true, version: true } as const;

export const members = subject({
  noun: 'member',
  table: 'member',
  select: shown,
  answers: shown,
  named: 'name',
  words: { one: 'member', missing: 'There is no such member. Open the list of people again.' },
  own: isThatMember,
  load: loadWithAdmins,
});

export const teams = subject({
  noun: 'team',
  table: 'team',
  select: { id: true, name: true, version: true },
  answers: { id: true },
  named: 'name',
  only: 'archived_at is null',
  words: { one: 'team', missing: 'There is no such team. Open the list of people again.' },
});

export const invitations = subject({
  noun: 'invitation',
  table: 'invitation',
  select: { id: true, acceptedAt: true, revokedAt: true },
  answers: { id: true },
  words: { one: 'invitation', missing: 'There is no such invitation. Open the list of people again.' },
});

export const sessions = subject({
  noun: 'session',
  table: 'session',
  select: { id: true, memberId: true, revokedAt: true },
  answers: { id: true },
  words: { one: 'sign-in', missing: 'There is no such sign-in. It may have ended long ago.' },
  own: isOfThatMember,
});

export const keys = subject({
  noun: 'key',
  table: 'apiKey',
  select: { id: true, revokedAt: true },
  answers: { id: true },
  named: 'name',
  words: { one: 'key', missing: 'There is no such key. Open the list of keys again.' },
});

/** @throws AppError `invalid` at `memberIds` */
export async function assertActiveMembers(tx: Tx, ids: readonly string[]): Promise<void> {
  const wanted = [...new Set(ids)];
  const found = await tx.member.count({ where: { id: { in: wanted }, disabledAt: null } });
  if (found === wanted.length) return;
  const sentence = 'Somebody in the list is not an active member any more. Choose again.';
  throw new AppError('invalid', sentence, { fields: { memberIds: [sentence] } });
}

/** @throws AppError `precondition`: somebody must be left who can look after people and settings. */
export function assertNotLastAdmin(member: LockedMember): void {
  if (member.role !== 'ADMIN' || member.disabledAt || member.otherAdmins > 0) return;
  throw new AppError('precondition', `${member.name} is the last admin. Make somebody else an admin first.`);
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

export function memberView({
  id,
  name,
  email,
  role,
  disabledAt,
  version,
}: Omit<MemberRow, 'passwordHash'>): MemberView {
  return { id, name, email, role, state: disabledAt ? 'DISABLED' : 'ACTIVE', version };
}
