import { z } from 'zod';
import { idInput } from '@/lib/platform/input/id-input';
import { seenVersion } from '@/lib/platform/input/seen-version';

export const audienceSchema = z.enum(['PUBLIC', 'REPORTERS', 'INTERNAL']);
export type Audience = z.infer<typeof audienceSchema>;
export const audiences = audienceSchema.options;

export const audienceLabel: Record<Audience, string> = {
  PUBLIC: 'Everyone',
  REPORTERS: 'Reporters',
  INTERNAL: 'Team only',
};

const longest = 10_000;

export const editUpdateInput = z.object({
  id: idInput('Name an update by its id.'),
  version: seenVersion,
  text: z
    .string('The text is missing.')
    .max(longest, `The text is too long: at most ${longest} characters.`)
    .trim()
    .min(1, 'The text is missing.'),
  reason: z
    .string('Say why the text is edited.')
    .max(1_000, 'The reason is too long: at most 1000 characters.')
    .trim()
    .min(1, 'Say why the text is edited.'),
});
