import { z } from 'zod';
import { counted } from '@/lib/language/words';
import { eventType, ref } from '@/lib/platform/events/event-type';
import { fromSeverity, severitySchema } from '@/lib/severity/schema';

const subscriber = { subscriberId: ref('subscriber') };

const choices = {
  /** Null: all services. */
  serviceIds: z.array(ref('service')).nullable(),
  minimumSeverity: severitySchema,
};

/** Somebody entered the address. `known`: it is confirmed already, so nothing changed and its owner is told so. */
export const subscriberAsked = eventType('subscriber.asked', {
  v: 2,
  // Without a severity nothing is known of what was asked for: it stands in the row alone.
  data: { ...subscriber, ...choices, minimumSeverity: severitySchema.nullable(), known: z.boolean() },
  upcasts: { 1: (data) => ({ ...data, serviceIds: null, minimumSeverity: null }) },
  subjects: ['subscriberId'],
  says: ({ known }) =>
    known ? 'Asked to subscribe again, was confirmed already' : 'Asked to subscribe, not confirmed yet',
});

export const subscriberConfirmed = eventType('subscriber.confirmed', {
  data: subscriber,
  subjects: ['subscriberId'],
  says: () => 'Subscription confirmed',
});

export const subscriberChanged = eventType('subscriber.changed', {
  data: { ...subscriber, ...choices },
  subjects: ['subscriberId'],
  says: ({ serviceIds, minimumSeverity }) => {
    const services = serviceIds ? counted(serviceIds.length, 'service') : 'all services';
    return `Subscription changed: ${services}, ${fromSeverity(minimumSeverity).toLowerCase()}`;
  },
});

export const subscriberUnsubscribed = eventType('subscriber.unsubscribed', {
  data: { ...subscriber, by: z.enum(['SUBSCRIBER', 'MEMBER', 'SYSTEM']) },
  subjects: ['subscriberId'],
  says: ({ by }) => (by === 'MEMBER' ? 'Unsubscribed by a member' : 'Unsubscribed'),
});
