import { z } from 'zod';
import { eventId, eventType } from '@/lib/platform/events';
import { severitySchema } from '@/lib/severity/schema';

const subscriber = { subscriberId: eventId };
const of = (data: { subscriberId: string }) => [{ kind: 'subscriber', id: data.subscriberId }];

/** Somebody entered the address. `known`: it is confirmed already, so nothing changed and its owner is told so. */
export const subscriberAsked = eventType('subscriber.asked', {
  data: z.object({ ...subscriber, known: z.boolean() }),
  subjects: of,
});

export const subscriberConfirmed = eventType('subscriber.confirmed', {
  data: z.object(subscriber),
  subjects: of,
});

export const subscriberChanged = eventType('subscriber.changed', {
  data: z.object({
    ...subscriber,
    /** Null: all services. */
    serviceIds: z.array(eventId).nullable(),
    minimumSeverity: severitySchema,
    wantsMaintenance: z.boolean(),
  }),
  subjects: of,
});

export const subscriberUnsubscribed = eventType('subscriber.unsubscribed', {
  data: z.object({ ...subscriber, by: z.enum(['SUBSCRIBER', 'MEMBER', 'SYSTEM']) }),
  subjects: of,
});
