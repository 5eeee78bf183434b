import { deliveriesRetried } from '@/lib/deliveries/events';
import { deliveryPolicy } from '@/lib/deliveries/policy';
import { retryAllInput } from '@/lib/deliveries/schema';
import { assertMailServer } from '@/lib/deliveries/sending/mail-server';
import { countSchema } from '@/lib/platform/answers/view';
import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';

/** Another try now of everything that was not delivered; no version rises, as when a worker tries. @returns how many */
export const retryAllDeliveries = command({
  name: 'delivery.retryAll',
  input: retryAllInput,
  answer: countSchema,
  load: async () => null,
  allow: permit(deliveryPolicy, 'delivery.retry'),
  run: async ({ tx, now, record }): Promise<{ count: number }> => {
    assertMailServer();
    const count = await tx.$executeRaw`
      update delivery set state = 'RETRY', next_try_at = ${now}::timestamptz
      where id in (
        select id from delivery where channel = 'EMAIL' and mode = 'LIVE' and state in ('RETRY', 'DEAD')
          and (claimed_until is null or claimed_until < now()) for update skip locked)`;
    if (count > 0) record(deliveriesRetried({ count }));
    return { count };
  },
});
