import { z } from 'zod';
import { lines } from '@/lib/platform/input/text';

/** The concerns that may be none, as whoever knows that says. All others end when what they name is set right. */
export const settleableConcernSchema = z.enum(
  ['unknown proxy'],
  'This ends when it is set right. Only a proxy that may be a stranger is settled by hand.',
);
export type SettleableConcern = z.infer<typeof settleableConcernSchema>;

export const settleConcernInput = z.object({
  name: settleableConcernSchema,
  /** The sentence that was read: what says something else by now is another concern. */
  says: z.string().max(2_000),
  why: lines(1_000, { missing: 'Say why nothing has to be done.', least: 3 }),
});
