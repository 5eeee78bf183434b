import { z } from 'zod';
import { idInput } from '@/lib/platform/input/id-input';
import { seenVersion } from '@/lib/platform/input/seen-version';
import { name as uniqueName } from '@/lib/platform/input/text';

/** Which runs may call an endpoint: an address is one of them, never both. */
export const endpointModeSchema = z.enum(['LIVE', 'DRILL']);
export type EndpointMode = z.infer<typeof endpointModeSchema>;
export const endpointModeLabel: Record<EndpointMode, string> = { LIVE: 'Live runs', DRILL: 'Drills' };

const name = uniqueName(80, { missing: 'Give it a name.', long: 'Use at most 80 characters.' });
const url = z
  .string('Enter its address.')
  .trim()
  .max(2_000, 'The address is too long.')
  .refine((text) => {
    const parsed = URL.canParse(text) ? new URL(text) : null;
    return parsed !== null && /^https?:$/.test(parsed.protocol) && !parsed.username && !parsed.password;
  }, 'Enter an address such as https://automation.example.org/standby, without a name and password.');
const timeoutSeconds = z
  .int('Enter whole seconds.')
  .min(1, 'Wait at least 1 second.')
  .max(600, 'Wait at most 600 seconds.');
const id = idInput('Choose an endpoint.');

export const createEndpointInput = z.object({
  name,
  url,
  mode: endpointModeSchema,
  /** None: any plan may use it. */
  serviceId: idInput('Choose a service.').nullable().default(null),
  timeoutSeconds: timeoutSeconds.default(30),
});
/** What an endpoint is for never changes: a drill's history must not become a live one's. */
export const editEndpointInput = z.object({
  id,
  version: seenVersion,
  name: name.optional(),
  url: url.optional(),
  serviceId: idInput('Choose a service.').nullable().optional(),
  timeoutSeconds: timeoutSeconds.optional(),
});
export const rotateSecretInput = z.object({ id, version: seenVersion });
export const archiveEndpointInput = z.object({
  id,
  version: seenVersion,
  archived: z.boolean().default(true),
});
