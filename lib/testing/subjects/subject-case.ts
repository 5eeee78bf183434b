import type { Context, Role } from '@/lib/platform/context';
import { newId } from '@/lib/platform/ids';

export type Person = Context & { memberId: string };

/** On the subject of this key: its id or its reference. */
type Act = (by: Person, key: string, version: number) => Promise<unknown>;

/** A noun whose rows have versions, and acts on them that are refused to who did not see the newest. */
export interface SubjectCase {
  /** How the refusal calls it; left out: by its key. */
  what?: string;
  /** What the first act did, in the words of its event. */
  told: string | ((key: string, version: number) => string);
  /** Who may act on it; left out: a manager. */
  role?: Role;
  /** Who may act on any of them, so that they miss one; left out: whoever may act. */
  anyones?: Person;
  /** A key that names none; left out: an id. Null: there is one of a kind. */
  unknown?: string | null;
  /** Makes one. The first act counts its version up; all are refused to who saw an older one. */
  make: (by: Person) => Promise<{ key: string; acts: [Act, ...Act[]]; version?: number }>;
}

export const as = (person: Person, role: Role): Person => ({
  ...person,
  actor: { kind: 'member', memberId: person.memberId, role, sessionId: newId() },
});

/** The short name of a service, its own each time. */
export const slug = () => `s-${newId().slice(-12)}`;
