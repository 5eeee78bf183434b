import { Outcome, type OutcomeKind } from '@/components/ui/outcome';
import { type DeliveryState, deliveryStateLabel } from '@/lib/deliveries/schema';

const kinds: Record<DeliveryState, OutcomeKind> = {
  PENDING: 'todo',
  SENT: 'ok',
  RETRY: 'unclear',
  DEAD: 'bad',
  SUPPRESSED: 'skipped',
};

export function DeliveryStateMark({ state }: { state: DeliveryState }) {
  return <Outcome kind={kinds[state]}>{deliveryStateLabel[state]}</Outcome>;
}
