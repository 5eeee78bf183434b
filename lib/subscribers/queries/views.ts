import { z } from 'zod';
import { instant, view } from '@/lib/platform/answers/view';
import { severitySchema } from '@/lib/severity/schema';
import { subscriberKindSchema, subscriberStateSchema } from '@/lib/subscribers/schema';

/** What the person behind a link sees of the subscription. */
export const subscriptionViewSchema = view('SubscriptionView', {
  id: z.uuid(),
  email: z.string(),
  state: subscriberStateSchema,
  /** Whether it may still be confirmed: the link of the question runs out. */
  asked: z.boolean(),
  allServices: z.boolean(),
  /** Slugs, when not all. */
  services: z.array(z.string()),
  minimumSeverity: severitySchema,
});
export type SubscriptionView = z.infer<typeof subscriptionViewSchema>;

export const serviceChoiceSchema = view('ServiceChoice', {
  slug: z.string(),
  name: z.string(),
  description: z.string(),
});
export type ServiceChoice = z.infer<typeof serviceChoiceSchema>;

const subscriberRowSchema = view('SubscriberRow', {
  id: z.uuid(),
  kind: subscriberKindSchema,
  address: z.string(),
  state: subscriberStateSchema,
  /** Names; empty means all services. */
  services: z.array(z.string()),
  minimumSeverity: severitySchema,
  createdAt: instant,
  confirmedAt: instant.nullable(),
  unsubscribedAt: instant.nullable(),
});
export type SubscriberRow = z.infer<typeof subscriberRowSchema>;

export const subscriberListViewSchema = view('SubscriberListView', {
  rows: z.array(subscriberRowSchema),
  next: z.string().nullable(),
  counts: z.record(subscriberStateSchema, z.number()),
});
export type SubscriberListView = z.infer<typeof subscriberListViewSchema>;
