import { z } from 'zod';
import { edits } from '@/lib/platform/input/edits';
import { emailAddress } from '@/lib/platform/input/email';
import { idInput } from '@/lib/platform/input/id-input';
import { pageInput } from '@/lib/platform/input/page-input';
import { name } from '@/lib/platform/input/text';
import { severitySchema } from '@/lib/severity/schema';

export const subscriberStateSchema = z.enum(['PENDING', 'CONFIRMED', 'UNSUBSCRIBED']);
export type SubscriberState = z.infer<typeof subscriberStateSchema>;
export const subscriberStateLabel: Record<SubscriberState, string> = {
  PENDING: 'Not confirmed yet',
  CONFIRMED: 'Confirmed',
  UNSUBSCRIBED: 'Unsubscribed',
};

export const subscriberKindSchema = z.enum(['EMAIL']);

const emailSchema = emailAddress({
  wrong: 'Enter the address in full, like dana@example.org.',
  missing: 'Enter your e-mail address.',
});

const slugs = z
  .array(z.string().max(80, 'Choose services from the list.'))
  .max(200, 'Choose at most 200 services, or all of them.');

/** What somebody wants to be told about. */
export const choicesSchema = z.object({
  /** Slugs; none means all services, also those that are added later. */
  services: slugs.default([]),
  /** Told about this severity and worse. */
  minimumSeverity: severitySchema.default('TRIVIAL'),
});
export type Choices = z.infer<typeof choicesSchema>;

export const subscribeInput = choicesSchema.extend({
  email: emailSchema,
  /** A field that people do not see; whoever fills it is a program. */
  website: z.string().max(500).optional(),
});
export type SubscribeRaw = z.input<typeof subscribeInput>;

const own = z.object({ subscriberId: idInput() });
/** What is left out is what was asked for. */
export const confirmInput = own.extend(edits(choicesSchema.shape));
export const unsubscribeInput = own;
export const changeInput = own.extend(choicesSchema.shape);

const subscriberShowSchema = z.enum(['all', 'confirmed', 'pending', 'unsubscribed']);
export type SubscriberShow = z.infer<typeof subscriberShowSchema>;

export const subscriberListInput = z.object({
  show: subscriberShowSchema.default('all'),
  text: name(254).default(''),
  ...pageInput,
});
