import { deliveryRefusalWithdrawn } from '@/lib/deliveries/events';
import { refusalLimits } from '@/lib/deliveries/limits';
import { deliveryPolicy } from '@/lib/deliveries/policy';
import { openRefusal } from '@/lib/deliveries/queries/read-refusal';
import { refusing } from '@/lib/deliveries/queries/suppressing';
import { refusalInput } from '@/lib/deliveries/schema';
import { nothing } from '@/lib/platform/answers/view';
import { command } from '@/lib/platform/command';
import { permit } from '@/lib/platform/policy';

/**
 * Takes “This was not me” back, behind the same link, which only whoever reads the mailbox has. What was not sent
 * meanwhile stays unsent. Said twice, it is said once. @throws AppError `not_found`, `rate_limited`
 */
export const withdrawRefusal = command({
  input: refusalInput,
  answer: nothing,
  load: (tx, { token }) => openRefusal(tx, token),
  allow: permit(deliveryPolicy, 'delivery.withdrawRefusal'),
  limits: refusalLimits,
  run: async ({ tx, subject: { id: deliveryId, address, incidentId, reportId }, record }): Promise<void> => {
    const { count } = await tx.suppression.deleteMany({ where: refusing(address) });
    if (count > 0) record(deliveryRefusalWithdrawn({ deliveryId, incidentId, reportId }));
  },
});
