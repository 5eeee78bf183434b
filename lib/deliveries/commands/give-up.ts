import { deliveryGivenUp } from '@/lib/deliveries/events';
import { deliveryLifecycle } from '@/lib/deliveries/lifecycle';
import { deliveryPolicy } from '@/lib/deliveries/policy';
import { actOnDeliveryInput, deliveryStateSchema } from '@/lib/deliveries/schema';
import { assertNotInFlight, deliveries, factsOf } from '@/lib/deliveries/subject';
import { savedSchema } from '@/lib/platform/answers/view';
import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';

/** Puts a message aside that is not delivered yet: it is not sent any more. @throws AppError `conflict`, `not_found` */
export const giveUpDelivery = command({
  input: actOnDeliveryInput,
  answer: savedSchema.extend({ state: deliveryStateSchema }),
  subject: deliveries,
  of: ({ id }) => id,
  allow: permit(deliveryPolicy, 'delivery.giveUp'),
  run: async ({ tx, subject, now, record }) => {
    deliveryLifecycle.assertMove(subject.state, 'SUPPRESSED');
    assertNotInFlight(subject, now);
    record(deliveryGivenUp(factsOf(subject)));
    return await deliveries.write(tx, subject, { state: 'SUPPRESSED', suppressReason: 'BY_HAND' });
  },
});
