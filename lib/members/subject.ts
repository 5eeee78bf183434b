import type { Tx } from '@/lib/database/db';
import type { MemberView } from '@/lib/members/queries/views';
import type { Actor } from '@/lib/platform/context';
import { AppError } from '@/lib/platform/errors';
import type { EventDraft } from '@/lib/platform/events/event-type';
import { isolated } from '@/lib/platform/rules/isolate';
import { subject } from '@/lib/platform/subject';
import { invitationWithdrawn, passwordChanged, type SessionEndReason, sessionsEnded } from './events';
import type { Role } from './schema';

/** A member is nobody's but their own. */
export function isThatMember(actor: Actor, { id }: { id: string }): boolean {
  return actor.kind === 'member' && actor.memberId === id;
}

/** A session, a list of sessions and the like belong to the member they are of. */
export function isOfThatMember(actor: Actor, { memberId }: { memberId: string }): boolean {
  return actor.kind === 'member' && actor.memberId === memberId;
}

interface ShownMember {
  id: string;
  email: string;
  name: string;
  role: Role;
  disabledAt: Date | null;
  version: number;
}

const shown = { id: true, email: true, name: true, role: true, disabledAt: true, version: true } as const;

export const members = subject({
  noun: 'member',
  table: 'member',
  select: { ...shown, passwordHash: true },
  answers: shown,
  named: 'name',
  words: { one: 'member', missing: 'There is no such member. Open the list of people again.' },
  own: isThatMember,
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

/**
 * Two admins who shut each other out at once take turns, and nobody else waits for them.
 * @throws AppError `precondition`: somebody must be left who can look after people and settings.
 */
export async function assertNotLastAdmin(tx: Tx, { id, name, role, disabledAt }: ShownMember): Promise<void> {
  if (role !== 'ADMIN' || disabledAt) return;
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('the last admin', 0))`;
  const others = await tx.member.count({ where: { role: 'ADMIN', disabledAt: null, id: { not: id } } });
  if (others === 0)
    throw new AppError(
      'precondition',
      `${isolated(name)} is the last admin. Make somebody else an admin first.`,
    );
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

/**
 * Whoever takes an account or a role away ends what it let in: this is done before that, or not at all.
 * @throws AppError `unauthenticated`
 */
export async function assertStillIn(tx: Tx, actor: Actor): Promise<void> {
  if (actor.kind !== 'member') return;
  const { role, disabledAt } = await members.lock(tx, actor.memberId);
  if (disabledAt || role !== actor.role)
    throw new AppError('unauthenticated', 'Your role has changed. Sign in again.');
}

/**
 * Revokes the keys in use that a member made, whose secrets they know, but for those that are to go on.
 * @throws AppError `invalid` at `exceptKeys` for one that is none of them
 */
export async function revokeKeysOf(tx: Tx, memberId: string, exceptKeys: readonly string[]) {
  const made = await tx.$queryRaw<{ id: string; name: string }[]>`
    select id, name from api_key
    where created_by_id = ${memberId}::uuid and revoked_at is null and expires_at > now()
    order by created_at, id for no key update`;
  if (!exceptKeys.every((id) => made.some((key) => key.id === id))) {
    const sentence = 'One of these keys is not in use, or was made by somebody else. Choose again.';
    throw new AppError('invalid', sentence, { fields: { exceptKeys: [sentence] } });
  }
  const revokedKeys = made.filter(({ id }) => !exceptKeys.includes(id));
  const revokedKeyIds = revokedKeys.map(({ id }) => id);
  await tx.$executeRaw`update api_key set revoked_at = now() where id = any(${revokedKeyIds}::uuid[])`;
  return { revokedKeys, revokedKeyIds };
}

/** An address has no row to lock before it is a member's: who invites it, or makes it one, takes turns on its hash. */
export async function lockAddress(tx: Tx, email: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`invite:${email}`}, 0))`;
}

/** Takes back the open invitations to a locked address, or of somebody who may invite nobody any more; the events. */
export async function withdrawInvitations(
  tx: Tx,
  of: { email: string } | { invitedById: string },
  now: Date,
): Promise<EventDraft[]> {
  const ended = await tx.invitation.updateManyAndReturn({
    where: { ...of, acceptedAt: null, revokedAt: null },
    data: { revokedAt: now },
    select: { id: true },
  });
  return ended.map(({ id }) => invitationWithdrawn({ invitationId: id }));
}

/** Ends the links to a new password that were mailed and not used yet. */
export async function endResetsOf(tx: Tx, memberId: string): Promise<void> {
  await tx.$executeRaw`
    update password_reset set used_at = now() where member_id = ${memberId}::uuid and used_at is null`;
}

interface NewPassword {
  hash: string;
  how: 'CHANGED' | 'RESET';
  /** The session that stays. */
  except?: string | null;
}

/** The one way to another password: what the old one let in ends with it, sign-ins and mailed links alike; the events. */
export async function writePassword(
  tx: Tx,
  { id }: { id: string },
  { hash, how, except = null }: NewPassword,
): Promise<EventDraft[]> {
  await members.writeAll(tx, { id }, { passwordHash: hash });
  await endResetsOf(tx, id);
  const ended = await endSessionsOf(tx, id, 'PASSWORD_CHANGED', except);
  return [passwordChanged({ memberId: id, how }), ...ended];
}

export function memberView({ id, name, email, role, disabledAt, version }: ShownMember): MemberView {
  return { id, name, email, role, state: disabledAt ? 'DISABLED' : 'ACTIVE', version };
}
