import type { Tx } from '@/lib/database/db';
import { subscriberAsked } from '@/lib/subscribers/events';
import { mailKind } from './mail-kind';
import { button, small, text } from './parts/blocks';
import { refusalFooter } from './parts/words';
import type { Recipient } from './planned-mail';

interface SubscriberFacts {
  id: string;
  address: string;
  locale: string;
  /** Names; none means all. */
  services: string[];
  confirmExpiresAt: Date | null;
}

async function subscriberFacts(tx: Tx, id: string): Promise<SubscriberFacts | null> {
  const row = await tx.subscriber.findUnique({
    where: { id },
    select: {
      id: true,
      address: true,
      locale: true,
      allServices: true,
      confirmExpiresAt: true,
      services: { select: { service: { select: { name: true } } } },
    },
  });
  return row && { ...row, services: row.allServices ? [] : row.services.map(({ service }) => service.name) };
}

function recipient({ id, address, locale }: SubscriberFacts, variables = {}): Recipient {
  return { kind: 'SUBSCRIBER', id, name: null, address, locale, variables };
}

/** Asks the owner of the address. Nothing else is sent to it before they say yes. */
export const confirmSubscriptionMail = mailKind({
  when: subscriberAsked,
  purpose: 'subscription-confirm',
  facts: async (tx, { data }) => (data.known ? null : await subscriberFacts(tx, data.subscriberId)),
  to: (subscriber) => {
    const { confirmExpiresAt } = subscriber;
    const until = confirmExpiresAt ? { notAfter: confirmExpiresAt.toISOString() } : {};
    return [{ ...recipient(subscriber, until), unconfirmed: true }];
  },
  words: ({ services }, { t, organisation, settings }) => {
    const hours = settings.links.confirmHours;
    return {
      subject: t('mail.subscribe.subject', { organisation }),
      blocks: [
        text(t('mail.subscribe.text', { organisation, services })),
        button(t('mail.subscribe.button'), 'confirm'),
        small(`${t('mail.subscribe.expires', { hours })} ${t('mail.subscribe.other')}`),
      ],
    };
  },
  footer: refusalFooter,
});

/** Somebody entered an address that is confirmed already: only its owner learns that. */
export const knownSubscriptionMail = mailKind({
  when: subscriberAsked,
  purpose: 'subscription-known',
  facts: async (tx, { data }) => (data.known ? await subscriberFacts(tx, data.subscriberId) : null),
  to: (subscriber) => [recipient(subscriber)],
  words: (_, { t, organisation }) => ({
    subject: t('mail.known.subject', { organisation }),
    blocks: [text(t('mail.known.text')), button(t('mail.subscriber.change'), 'stop')],
  }),
  footer: ({ t, organisation }) => [{ text: t('mail.subscriber.why', { organisation }) }],
});
