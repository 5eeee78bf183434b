import { Outcome, type OutcomeKind } from '@/components/ui/outcome';
import { type AllocationState, allocationStateLabel } from '@/lib/resources/schema';

const kinds: Record<AllocationState, OutcomeKind> = {
  REQUESTED: 'requested',
  ACCEPTED: 'accepted',
  ACTIVE: 'active',
  RELEASED: 'released',
  REFUSED: 'bad',
};

export function AllocationStateMark({ state }: { state: AllocationState }) {
  return <Outcome kind={kinds[state]}>{allocationStateLabel[state]}</Outcome>;
}

const order: readonly AllocationState[] = ['REQUESTED', 'ACCEPTED', 'ACTIVE', 'RELEASED', 'REFUSED'];

/** What the marks mean, in the order that a booking goes. */
export function StateLegend() {
  return (
    <ul className="res-legend" aria-label="States of a booking">
      {order.map((state) => (
        <li key={state}>
          <AllocationStateMark state={state} />
        </li>
      ))}
    </ul>
  );
}
