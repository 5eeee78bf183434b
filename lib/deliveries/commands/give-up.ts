import { z } from 'zod';
import { deliveryGivenUp } from '@/lib/deliveries/events';
import { deliveryLifecycle } from '@/lib/deliveries/lifecycle';
import { deliveryPolicy } from '@/lib/deliveries/policy';
import { assertNotInFlight, factsOf, lockDelivery } from '@/lib/deliveries/subject';
import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';

/** Puts a message aside that is not delivered yet: it is not sent any more. @throws AppError `conflict`, `not_found` */
export const giveUpDelivery = command({
  name: 'delivery.giveUp',
  input: z.object({ id: z.uuid('Name a message by its id.') }),
  load: (tx, input) => lockDelivery(tx, input.id),
  allow: permit(deliveryPolicy, 'delivery.giveUp'),
  run: async ({ tx, subject, now, record }) => {
    deliveryLifecycle.assertMove(subject.state, 'SUPPRESSED');
    assertNotInFlight(subject, now);
    const row = await tx.delivery.update({
      where: { id: subject.id },
      data: { state: 'SUPPRESSED', suppressReason: 'BY_HAND', version: { increment: 1 } },
      select: { id: true, state: true, version: true },
    });
    record(deliveryGivenUp(factsOf(subject)));
    return row;
  },
});
