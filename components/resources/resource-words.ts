import type { AvatarKind } from '@/components/ui/avatar';
import { counted, plural } from '@/lib/language/words';
import type { AllocationView, BoardView } from '@/lib/resources/queries/views';
import type { AllocationState, ResourceKind } from '@/lib/resources/schema';

export const avatarKind: Record<ResourceKind, AvatarKind> = {
  PERSON: 'person',
  TEAM: 'team',
  EQUIPMENT: 'equipment',
  VENDOR: 'vendor',
};

const nouns: Record<ResourceKind, [one: string, many: string]> = {
  PERSON: ['person', 'people'],
  TEAM: ['team', 'teams'],
  EQUIPMENT: ['item', 'items'],
  VENDOR: ['vendor', 'vendors'],
};
const kinds = Object.keys(nouns) as ResourceKind[];

/** "5 people, 1 team, 2 items"; "nobody now" without any. Each resource counts once. */
export function countWords(resources: readonly { id: string; kind: ResourceKind }[]): string {
  const once = [...new Map(resources.map((one) => [one.id, one])).values()];
  const parts = kinds.flatMap((kind) => {
    const count = once.filter((one) => one.kind === kind).length;
    return count === 0 ? [] : [counted(count, ...nouns[kind])];
  });
  return parts.join(', ') || 'nobody now';
}

const heldStates: readonly AllocationState[] = ['REQUESTED', 'ACCEPTED', 'ACTIVE'];

export function isHeld({ state }: Pick<AllocationView, 'state'>): boolean {
  return heldStates.includes(state);
}

const words = ['Nobody is', 'One person is', 'Two people are', 'Three people are', 'Four people are'];

function people(count: number): string {
  return words[count] ?? `${count} people are`;
}

/** The headline of the board. */
export function boardSentence({ rows, now }: Pick<BoardView, 'rows' | 'now'>): string {
  const persons = rows.filter(({ kind }) => kind === 'PERSON');
  const free = persons.filter(({ freeFrom }) => freeFrom <= now).length;
  const several = persons.filter(({ usedNow }) => usedNow > 1).length;
  if (persons.length > 0 && free === persons.length) return 'Everybody is free';
  const more = several === 0 ? '' : `, and ${plural(several, 'one is', `${several} are`)} on two incidents`;
  return `${people(free)} free${more}`;
}
