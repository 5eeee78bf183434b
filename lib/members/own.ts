import type { Actor } from '@/lib/platform/context';

/** A member is nobody's but their own. */
export function isThatMember(actor: Actor, subject: { id: string }): boolean {
  return actor.kind === 'member' && actor.memberId === subject.id;
}

/** A session, a list of sessions and the like belong to the member they are of. */
export function isOfThatMember(actor: Actor, subject: { memberId: string }): boolean {
  return actor.kind === 'member' && actor.memberId === subject.memberId;
}
