import { z } from 'zod';
import { serviceStatusSchema } from '@/lib/services/schema';

const instant = z.iso.datetime();

/** An open incident that a report may be added to. */
export const knownIncidentSchema = z.object({
  ref: z.string(),
  title: z.string(),
  since: instant,
  /** How many told us. */
  people: z.number().int(),
  promise: z.object({ madeAt: instant, dueAt: instant }).nullable(),
});
export type KnownIncident = z.infer<typeof knownIncidentSchema>;

export const serviceChoiceSchema = z.object({
  slug: z.string(),
  name: z.string(),
  status: serviceStatusSchema,
  incident: knownIncidentSchema.nullable(),
});
export type ServiceChoice = z.infer<typeof serviceChoiceSchema>;

/** What the form shows before a person types. */
export const reportChoicesSchema = z.object({
  services: z.array(serviceChoiceSchema),
  /** Half of today's reports were read within so many minutes; none when too few came. */
  readMinutes: z.number().int().nullable(),
});
export type ReportChoices = z.infer<typeof reportChoicesSchema>;
