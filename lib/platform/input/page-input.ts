import { z } from 'zod';

/** For the input of a query that lists: `after` is the `next` of the page before. */
export const pageInput = {
  after: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
};
