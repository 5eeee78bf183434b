import { z } from 'zod';
import { idInput } from '@/lib/platform/input/id-input';
import { seenVersion } from '@/lib/platform/input/seen-version';
import { lines } from '@/lib/platform/input/text';

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
  text: lines(longest, {
    missing: 'The text is missing.',
    long: `The text is too long: at most ${longest} characters.`,
  }),
  reason: lines(1_000, {
    missing: 'Say why the text is edited.',
    long: 'The reason is too long: at most 1000 characters.',
  }),
});
