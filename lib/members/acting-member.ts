import type { Actor } from '@/lib/platform/context';

/** The member who acts, for the columns that point to one; null for a key, the system and visitors. */
export function actingMember(actor: Actor): string | null {
  return actor.kind === 'member' ? actor.memberId : null;
}
