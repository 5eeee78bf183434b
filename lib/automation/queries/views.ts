import { z } from 'zod';
import { endpointModeSchema } from '@/lib/automation/schema';
import { instant, view } from '@/lib/platform/answers/view';

export const endpointViewSchema = view('EndpointView', {
  id: z.uuid(),
  name: z.string(),
  url: z.string(),
  mode: endpointModeSchema,
  service: z
    .object({
      id: z.uuid(),
      name: z.string(),
    })
    .nullable(),
  timeoutSeconds: z.number(),
  archivedAt: instant.nullable(),
  createdAt: instant,
  version: z.int(),
  /** When a run called it last. */
  lastCalledAt: instant.nullable(),
});
export type EndpointView = z.infer<typeof endpointViewSchema>;

/** `secret` is there once: in the answer that made it. */
export const endpointSecretViewSchema = view('EndpointSecretView', {
  id: z.uuid(),
  version: z.int(),
  secret: z.string().nullable(),
});
