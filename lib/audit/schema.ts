import { z } from 'zod';

/** The nouns whose events can be looked at alone; the part of an event's type before the dot. */
export const auditNouns = [
  'report',
  'incident',
  'update',
  'service',
  'plan',
  'subscriber',
  'delivery',
  'member',
  'session',
  'key',
  'team',
  'settings',
] as const;

export const listEventsInput = z.object({
  noun: z.enum(auditNouns).optional().catch(undefined),
  /** Events before this position. */
  before: z.coerce.bigint().positive().optional().catch(undefined),
});
