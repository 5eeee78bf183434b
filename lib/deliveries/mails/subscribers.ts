import type { Tx } from '@/lib/database/db';
import type { Severity } from '@/lib/severity/schema';
import { subscriberAsked } from '@/lib/subscribers/events';
import { mailKind } from './mail-kind';
import { button, small, text } from './parts/blocks';
import { refusalFooter } from './parts/words';
import type { Recipient } from './planned-mail';

type Asked = NonNullable<ReturnType<typeof subscriberAsked.read>>;

interface SubscriberFacts {
  id: string;
  address: string;
  locale: string;
  confirmExpiresAt: Date | null;
}

const columns = { id: true, address: true, locale: true, confirmExpiresAt: true } as const;

interface AskedFacts extends SubscriberFacts {
  /** None means all. */
  services: { slug: string; name: string }[];
  /** Null where only the row says what was asked for. */
  minimumSeverity: Severity | null;
}

/** With what this one asked for: by now the row may say what somebody else did. */
async function askedFacts(tx: Tx, data: Asked): Promise<AskedFacts | null> {
  const { subscriberId: id, serviceIds, minimumSeverity } = data;
  const row = await tx.subscriber.findUnique({ where: { id }, select: columns });
  const services = await tx.service.findMany({
    where: { id: { in: serviceIds ?? [] } },
    select: { slug: true, name: true },
    orderBy: [{ position: 'asc' }, { name: 'asc' }],
  });
  return row && { ...row, services, minimumSeverity };
}

function recipient({ id, address, locale }: SubscriberFacts, variables = {}): Recipient {
  return { kind: 'SUBSCRIBER', id, name: null, address, locale, variables };
}

/** Asks the owner of the address. Nothing else is sent to it before they say yes. */
export const confirmSubscriptionMail = mailKind({
  when: subscriberAsked,
  purpose: 'subscription-confirm',
  facts: async (tx, { data }) => (data.known ? null : await askedFacts(tx, data)),
  to: (subscriber) => {
    const { confirmExpiresAt, minimumSeverity, services } = subscriber;
    const until = confirmExpiresAt ? { notAfter: confirmExpiresAt.toISOString() } : {};
    const slugs = services.map(({ slug }) => slug);
    const asked = minimumSeverity ? { asked: { services: slugs, minimumSeverity } } : {};
    return [{ ...recipient(subscriber, { ...until, ...asked }), unconfirmed: true }];
  },
  words: ({ services }, { t, organisation, settings }) => {
    const hours = settings.links.confirmHours;
    return {
      subject: t('mail.subscribe.subject', { organisation }),
      blocks: [
        text(t('mail.subscribe.text', { organisation, services: services.map(({ name }) => name) })),
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
  facts: async (tx, { data: { known, subscriberId: id } }) =>
    known ? await tx.subscriber.findUnique({ where: { id }, select: columns }) : null,
  to: (subscriber) => [recipient(subscriber)],
  words: (_, { t, organisation }) => ({
    subject: t('mail.known.subject', { organisation }),
    blocks: [text(t('mail.known.text')), button(t('mail.subscriber.change'), 'stop')],
  }),
  footer: ({ t, organisation }) => [{ text: t('mail.subscriber.why', { organisation }) }],
});
