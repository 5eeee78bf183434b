import type { IncidentFacts } from '@/lib/deliveries/mails/facts/incident';
import { type MailBlock, type SlotName, slot } from '@/lib/deliveries/rules/mail';
import { severityLabel } from '@/lib/severity/schema';
import type { PublicRecovery } from '@/lib/status/rules/public-recovery';
import { recoveryBasis, recoveryExpectation, recoveryHeading } from '@/lib/status/rules/recovery';
import type { MailWords } from './words';

export const text = (words: string): MailBlock => ({ kind: 'text', text: words });
export const small = (words: string): MailBlock => ({ kind: 'small', text: words });
export const quote = (words: string): MailBlock => ({ kind: 'quote', text: words });

/** @param leads `open`, unless it confirms or ends something */
export function button(label: string, leads: SlotName = 'open'): MailBlock {
  return { kind: 'button', label, href: slot(leads) };
}

/** When the next update comes; nothing without a promise. */
export function promise(
  next: { at: Date; zone: string | null } | null | undefined,
  { t, when }: MailWords,
): MailBlock[] {
  return next ? [{ kind: 'stressed', text: t('mail.promise', { time: when(next.at, next.zone) }) }] : [];
}

/** What it is about and since when, for whoever has not heard of it yet: nobody hears the middle or the end alone. */
export function beginning(incident: IncidentFacts, { t, when, heard }: MailWords): MailBlock[] {
  if (heard === 'YES') return [];
  const { title, startedAt, resolvedAt } = incident;
  const params = {
    title,
    severity: severityLabel[incident.severity],
    services: incident.services.map(({ name }) => name),
    since: when(startedAt),
    until: resolvedAt ? when(resolvedAt) : null,
  };
  return [{ kind: 'box', title: t('mail.beginning.title'), text: t('mail.beginning.text', params) }];
}

/** Where a recovery is and when it is expected to be over, in the words of the status page. */
export function recoveryBlocks(recovery: PublicRecovery, { settings, at }: MailWords): MailBlock[] {
  const reading = { zone: settings.organisation.zone, asOf: at.toISOString() };
  const expectation = recoveryExpectation(recovery, reading);
  const basis = recoveryBasis(recovery, reading);
  return [
    { kind: 'box', title: recoveryHeading(recovery), ...(expectation ? { text: expectation } : {}) },
    ...(basis ? [small(basis)] : []),
  ];
}
