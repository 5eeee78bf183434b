import { deliveryRefused } from '@/lib/deliveries/events';
import { refusalLimits } from '@/lib/deliveries/limits';
import { deliveryPolicy } from '@/lib/deliveries/policy';
import { refuseDeliveryInput } from '@/lib/deliveries/schema';
import { nothing } from '@/lib/platform/answers/view';
import { command } from '@/lib/platform/command';
import { AppError } from '@/lib/platform/errors';
import { mailboxOf } from '@/lib/platform/input/email';
import { permit } from '@/lib/platform/policy';
import { verifyLinkToken } from '@/lib/platform/secrets/link-token';

/**
 * “This was not me”, behind the link of a mail to an address that anybody may have typed: nothing more is sent there as
 * to a reporter or a subscriber. Said twice, it is said once. @throws AppError `not_found`, `rate_limited`
 */
export const refuseDelivery = command({
  input: refuseDeliveryInput,
  answer: nothing,
  load: async (tx, { token }) => {
    const id = verifyLinkToken('mail-refusal', token);
    const row = id
      ? await tx.delivery.findUnique({
          where: { id },
          select: { id: true, address: true, incidentId: true, reportId: true },
        })
      : null;
    if (!row) throw new AppError('not_found', 'This link is not valid. Check that all of it was copied.');
    return row;
  },
  allow: permit(deliveryPolicy, 'delivery.refuse'),
  limits: refusalLimits,
  run: async ({ tx, subject: { id: deliveryId, address, incidentId, reportId }, record }): Promise<void> => {
    const written = await tx.$executeRaw`
      insert into suppression as s (channel, address, reason) values ('EMAIL', ${mailboxOf(address)}, 'COMPLAINED')
      on conflict (channel, address) do update set reason = 'COMPLAINED' where s.reason <> 'COMPLAINED'`;
    if (written > 0) record(deliveryRefused({ deliveryId, incidentId, reportId }));
  },
});
