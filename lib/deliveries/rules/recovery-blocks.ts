import type { Around } from '@/lib/deliveries/mails/planned-mail';
import type { PublicRecovery } from '@/lib/status/rules/public-recovery';
import { recoveryBasis, recoveryExpectation, recoveryHeading } from '@/lib/status/rules/recovery';
import type { MailBlock } from './mail';

/** Where a recovery is and when it is expected to be over, in the words of the status page. */
export function recoveryBlocks(recovery: PublicRecovery, { settings, at }: Around): MailBlock[] {
  const reading = { zone: settings.organisation.zone, asOf: at.toISOString() };
  const expectation = recoveryExpectation(recovery, reading);
  const basis = recoveryBasis(recovery, reading);
  return [
    { kind: 'box', title: recoveryHeading(recovery), ...(expectation ? { text: expectation } : {}) },
    ...(basis ? [{ kind: 'small' as const, text: basis }] : []),
  ];
}
