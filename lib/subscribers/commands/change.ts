import { command } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import { permit } from '@/lib/platform/policy';
import { writeChoices } from '@/lib/subscribers/chosen-services';
import { changeLimits } from '@/lib/subscribers/limits';
import { subscriberPolicy } from '@/lib/subscribers/policy';
import { type SubscriptionView, subscriptionViewSchema } from '@/lib/subscribers/queries/views';
import { changeInput } from '@/lib/subscribers/schema';
import { subscribers, subscriptionView } from '@/lib/subscribers/subject';

/** What the owner of the address wants to be told about. @throws AppError `invalid`, `precondition` */
export const changeSubscription = command({
  input: changeInput,
  answer: subscriptionViewSchema,
  subject: subscribers,
  of: (input) => input.subscriberId,
  allow: permit(subscriberPolicy, 'subscriber.change'),
  limits: changeLimits,
  run: async ({ tx, input, subject, record }): Promise<SubscriptionView> => {
    if (subject.state !== 'CONFIRMED') {
      throw new AppError(
        'precondition',
        'This subscription is not confirmed. Confirm it first, or subscribe again.',
      );
    }
    record(await writeChoices(tx, subject, input));
    return subscriptionView(await subscribers.find(tx, subject.id));
  },
});
