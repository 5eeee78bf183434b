import { z } from 'zod';

const say = 'Say which version you saw: it is in the answer that you read.';

/** The version that the caller looked at; a newer one refuses the write. Required wherever one would overwrite what others wrote. */
export const seenVersion = z.coerce.number<number>(say).int(say).min(1, say);
