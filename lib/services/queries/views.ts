import { z } from 'zod';
import { instant, savedSchema, view } from '@/lib/platform/answers/view';
import {
  contactInputSchema,
  serverInputSchema,
  serviceStatusSchema,
  tierSchema,
  visibilitySchema,
} from '@/lib/services/schema';
import { severitySchema } from '@/lib/severity/schema';

export const serviceSummarySchema = view('ServiceSummary', {
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  group: z.string().nullable(),
  tier: tierSchema,
  visibility: visibilitySchema,
  publicAddress: z.string().nullable(),
  rtoMinutes: z.int().nullable(),
  rpoMinutes: z.int().nullable(),
  owner: z
    .object({
      id: z.uuid(),
      name: z.string(),
    })
    .nullable(),
  status: serviceStatusSchema,
  /** Since when the status is what it is; null while it works. ISO instant. */
  since: instant.nullable(),
  openIncidents: z.array(
    z.object({
      ref: z.string(),
      title: z.string(),
    }),
  ),
  servers: z.array(z.string()),
  archived: z.boolean(),
});
export type ServiceSummary = z.infer<typeof serviceSummarySchema>;

const neighbourSchema = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  note: z.string(),
  status: serviceStatusSchema,
});

export const serviceViewSchema = view('ServiceView', {
  ...serviceSummarySchema.shape,
  version: z.int(),
  description: z.string(),
  usedBy: z.string().nullable(),
  hours: z.string().nullable(),
  agreedBy: z.string().nullable(),
  agreedOn: z.iso.date().nullable(),
  serverList: z.array(serverInputSchema.extend({ id: z.uuid() })),
  contacts: z.array(contactInputSchema),
  dependsOn: z.array(neighbourSchema),
  usedByServices: z.array(neighbourSchema),
  incidents: z.array(
    z.object({
      ref: z.string(),
      title: z.string(),
      severity: severitySchema,
      startedAt: instant,
      resolvedAt: instant.nullable(),
    }),
  ),
});
export type ServiceView = z.infer<typeof serviceViewSchema>;

export const savedServiceSchema = view('SavedService', { ...savedSchema.shape, slug: z.string() });
