import { z } from 'zod';

const say = 'Say which version you saw: it is in the answer that you read.';
const digits = z.string().regex(/^[1-9]\d{0,8}$/);

/**
 * The version that the caller looked at; a newer one refuses the write. Required wherever one would overwrite what others
 * wrote. In the query of an address it is written in digits.
 */
export const seenVersion = z.union([z.int().min(1, say), digits.transform(Number)], say);
