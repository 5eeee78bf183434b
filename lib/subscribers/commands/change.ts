import { command } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import { permit } from '@/lib/platform/policy';
import { chosenServices, writeServices } from '@/lib/subscribers/chosen-services';
import { subscriberChanged } from '@/lib/subscribers/events';
import { subscriberPolicy } from '@/lib/subscribers/policy';
import { changeInput, type SubscriptionView } from '@/lib/subscribers/schema';
import {
  findSubscriber,
  isOwnSubscription,
  lockSubscriber,
  subscriptionView,
} from '@/lib/subscribers/subject';

/** What the owner of the address wants to be told about. @throws AppError `invalid`, `precondition` */
export const changeSubscription = command({
  name: 'subscriber.change',
  input: changeInput,
  load: (tx, input) => lockSubscriber(tx, input.subscriberId),
  allow: permit(subscriberPolicy, 'subscriber.change', isOwnSubscription),
  run: async ({ tx, input, subject, record }): Promise<SubscriptionView> => {
    if (subject.state !== 'CONFIRMED') {
      throw new AppError(
        'precondition',
        'This subscription is not confirmed. Confirm it first, or subscribe again.',
      );
    }
    const { minimumSeverity } = input;
    const serviceIds = await chosenServices(tx, input.services);
    const allServices = serviceIds.length === 0;
    await tx.subscriber.update({
      where: { id: subject.id },
      data: { allServices, minimumSeverity, version: { increment: 1 } },
    });
    await writeServices(tx, subject.id, serviceIds);
    record(
      subscriberChanged({
        subscriberId: subject.id,
        serviceIds: allServices ? null : serviceIds,
        minimumSeverity,
      }),
    );
    return subscriptionView(await findSubscriber(tx, subject.id));
  },
});
