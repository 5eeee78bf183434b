import type { Actor } from '@/lib/platform/context';
import { allowed } from '@/lib/platform/policy';
import { resourcePolicy } from '@/lib/resources/policy';
import type { AllocationAct } from '@/lib/resources/queries/views';
import type { AllocationState } from '@/lib/resources/schema';

interface Subject {
  state: AllocationState;
  resource: {
    member: { id: string } | null;
    team: { leadId: string | null; members: { memberId: string }[] } | null;
  };
}

/** The owner rule of the policy table's allocation rows. */
export function isOwnAllocation(actor: Actor, { resource }: Subject): boolean {
  if (actor.kind !== 'member') return false;
  const { member, team } = resource;
  if (member) return member.id === actor.memberId;
  if (!team) return allowed(resourcePolicy['allocation.request'], actor, false);
  if (team.leadId) return team.leadId === actor.memberId;
  return team.members.some(({ memberId }) => memberId === actor.memberId);
}

const rows = {
  accept: resourcePolicy['allocation.answer'],
  refuse: resourcePolicy['allocation.answer'],
  extend: resourcePolicy['allocation.extend'],
  release: resourcePolicy['allocation.release'],
} as const;

const possible: Record<Subject['state'], readonly AllocationAct[]> = {
  REQUESTED: ['accept', 'refuse', 'release'],
  ACCEPTED: ['extend', 'release'],
  ACTIVE: ['extend', 'release'],
  REFUSED: [],
  RELEASED: [],
};

/** What somebody may do with an allocation as it stands. The commands ask again. */
export function allocationActs(actor: Actor, subject: Subject): AllocationAct[] {
  const own = isOwnAllocation(actor, subject);
  return possible[subject.state].filter((act) => allowed(rows[act], actor, own));
}
