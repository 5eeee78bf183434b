import { z } from 'zod';
import { roleSchema } from './schema';

/** What a key starts with, so that people and scanners of leaked secrets know it for one. */
export const keyMark = 'sb_';

export const createKeyInput = z.object({
  name: z
    .string({ error: 'Say what the key is for.' })
    .trim()
    .min(1, 'Say what the key is for.')
    .max(80, 'Use at most 80 characters.'),
  role: roleSchema,
});
export const revokeKeyInput = z.object({ keyId: z.uuid('Choose a key.') });
