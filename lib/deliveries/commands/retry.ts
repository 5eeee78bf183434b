import { deliveryRetried } from '@/lib/deliveries/events';
import { deliveryLifecycle } from '@/lib/deliveries/lifecycle';
import { deliveryPolicy } from '@/lib/deliveries/policy';
import { actOnDeliveryInput, deliveryStateSchema } from '@/lib/deliveries/schema';
import { assertMailServer } from '@/lib/deliveries/sending/mail-server';
import { assertNotInFlight, deliveries, factsOf } from '@/lib/deliveries/subject';
import { savedSchema } from '@/lib/platform/answers/view';
import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';

/** Another try now, also of one that is dead. @throws AppError `conflict`, `precondition`, `not_found` */
export const retryDelivery = command({
  input: actOnDeliveryInput,
  answer: savedSchema.extend({ state: deliveryStateSchema }),
  subject: deliveries,
  of: ({ id }) => id,
  allow: permit(deliveryPolicy, 'delivery.retry'),
  run: async ({ tx, subject, now, record }) => {
    assertMailServer();
    assertNotInFlight(subject, now);
    // One that never was tried stays what it is; it is only hurried.
    const state = subject.state === 'PENDING' ? 'PENDING' : 'RETRY';
    if (state === 'RETRY') deliveryLifecycle.assertMove(subject.state, 'RETRY');
    record(deliveryRetried(factsOf(subject)));
    return await deliveries.write(tx, subject, { state, nextTryAt: now });
  },
});
