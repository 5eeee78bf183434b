import { z } from 'zod';
import { deliveryRetried } from '@/lib/deliveries/events';
import { deliveryLifecycle } from '@/lib/deliveries/lifecycle';
import { deliveryPolicy } from '@/lib/deliveries/policy';
import { assertMailServer } from '@/lib/deliveries/sending/mail-server';
import { assertNotInFlight, factsOf, lockDelivery } from '@/lib/deliveries/subject';
import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';

/** Another try now, also of one that is dead. @throws AppError `conflict`, `precondition`, `not_found` */
export const retryDelivery = command({
  name: 'delivery.retry',
  input: z.object({ id: z.uuid('Name a message by its id.') }),
  load: (tx, input) => lockDelivery(tx, input.id),
  allow: permit(deliveryPolicy, 'delivery.retry'),
  run: async ({ tx, subject, now, record }) => {
    assertMailServer();
    assertNotInFlight(subject, now);
    // One that never was tried stays what it is; it is only hurried.
    const state = subject.state === 'PENDING' ? 'PENDING' : 'RETRY';
    if (state === 'RETRY') deliveryLifecycle.assertMove(subject.state, 'RETRY');
    const row = await tx.delivery.update({
      where: { id: subject.id },
      data: { state, nextTryAt: now, version: { increment: 1 } },
      select: { id: true, state: true, version: true },
    });
    record(deliveryRetried(factsOf(subject)));
    return row;
  },
});
