import type { Around, PlannedMail } from '@/lib/deliveries/mails/planned-mail';
import { type MailBlock, slot } from './mail';
import { mailWords } from './words';

export interface SubscriptionFacts {
  id: string;
  address: string;
  locale: string;
  /** Names; none means all. */
  services: string[];
  confirmExpiresAt: Date | null;
}

/** Asks the owner of the address. Nothing else is sent to it before they say yes. */
export function confirmSubscriptionMail(subscriber: SubscriptionFacts, around: Around): PlannedMail {
  const { t, organisation } = mailWords(subscriber.locale, around);
  const { id, address, locale, services, confirmExpiresAt } = subscriber;
  const hours = around.settings.links.confirmHours;
  const blocks: MailBlock[] = [
    { kind: 'text', text: t('mail.subscribe.text', { organisation, services }) },
    { kind: 'button', label: t('mail.subscribe.button'), href: slot('confirm') },
    { kind: 'small', text: `${t('mail.subscribe.expires', { hours })} ${t('mail.subscribe.other')}` },
  ];
  const subject = t('mail.subscribe.subject', { organisation });
  const variables = confirmExpiresAt ? { notAfter: confirmExpiresAt.toISOString() } : {};
  return {
    purpose: 'subscription-confirm',
    recipients: [{ kind: 'SUBSCRIBER', id, name: null, address, variables }],
    mail: { locale, subject, heading: subject, blocks, footer: [] },
  };
}

/** Somebody entered an address that is confirmed already: only its owner learns that. */
export function knownSubscriptionMail(subscriber: SubscriptionFacts, around: Around): PlannedMail {
  const { t, organisation } = mailWords(subscriber.locale, around);
  const { id, address, locale } = subscriber;
  const subject = t('mail.known.subject', { organisation });
  return {
    purpose: 'subscription-known',
    recipients: [{ kind: 'SUBSCRIBER', id, name: null, address, variables: {} }],
    mail: {
      locale,
      subject,
      heading: subject,
      blocks: [
        { kind: 'text', text: t('mail.known.text') },
        { kind: 'button', label: t('mail.subscriber.change'), href: slot('stop') },
      ],
      footer: [{ text: t('mail.subscriber.why', { organisation }) }],
    },
  };
}
