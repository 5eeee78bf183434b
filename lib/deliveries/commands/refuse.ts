import { deliveryRefused } from '@/lib/deliveries/events';
import { refusalLimits } from '@/lib/deliveries/limits';
import { deliveryPolicy } from '@/lib/deliveries/policy';
import { openRefusal } from '@/lib/deliveries/queries/read-refusal';
import { refusalInput } from '@/lib/deliveries/schema';
import { nothing } from '@/lib/platform/answers/view';
import { command } from '@/lib/platform/command';
import { mailboxOf } from '@/lib/platform/input/email';
import { permit } from '@/lib/platform/policy';

/**
 * “This was not me”, behind the link of a mail to an address that anybody may have typed: nothing more is sent there as
 * to a reporter or a subscriber, until they take it back behind the same link. Said twice, it is said once. @throws AppError `not_found`, `rate_limited`
 */
export const refuseDelivery = command({
  input: refusalInput,
  answer: nothing,
  load: (tx, { token }) => openRefusal(tx, token),
  allow: permit(deliveryPolicy, 'delivery.refuse'),
  limits: refusalLimits,
  run: async ({ tx, subject: { id: deliveryId, address, incidentId, reportId }, record }): Promise<void> => {
    const written = await tx.$executeRaw`
      insert into suppression as s (channel, address, reason) values ('EMAIL', ${mailboxOf(address)}, 'COMPLAINED')
      on conflict (channel, address) do update set reason = 'COMPLAINED' where s.reason <> 'COMPLAINED'`;
    if (written > 0) record(deliveryRefused({ deliveryId, incidentId, reportId }));
  },
});
