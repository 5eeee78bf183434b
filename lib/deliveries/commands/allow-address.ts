import { deliveryAddressAllowed } from '@/lib/deliveries/events';
import { deliveryPolicy } from '@/lib/deliveries/policy';
import { suppressing } from '@/lib/deliveries/queries/suppressing';
import { actOnDeliveryInput, deliveryStateSchema } from '@/lib/deliveries/schema';
import { deliveries, factsOf } from '@/lib/deliveries/subject';
import { savedSchema } from '@/lib/platform/answers/view';
import { command } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import { permit } from '@/lib/platform/policy';

/**
 * Lets mails go to the address of a message again, after “This was not me”, a bounce or a hand that stopped them. What
 * was not sent meanwhile stays unsent. @throws AppError `conflict` when nothing keeps them from it
 */
export const allowAddress = command({
  input: actOnDeliveryInput,
  answer: savedSchema.extend({ state: deliveryStateSchema }),
  subject: deliveries,
  of: ({ id }) => id,
  allow: permit(deliveryPolicy, 'delivery.allowAddress'),
  run: async ({ tx, subject, record }) => {
    const { count } = await tx.suppression.deleteMany({ where: suppressing(subject.address) });
    if (count === 0) throw new AppError('conflict', 'Mails go to this address already.');
    record(deliveryAddressAllowed(factsOf(subject)));
    return await deliveries.write(tx, subject, {});
  },
});
