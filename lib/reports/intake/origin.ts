import { z } from 'zod';
import type { Context } from '@/lib/platform/context';
import { type FileReportInput, reportChannelSchema } from '@/lib/reports/schema';

/** Where a report came in. `source` is the scope in which a client key is unique. */
export const originSchema = z.object({
  channel: reportChannelSchema,
  source: z.string(),
  /** The member who entered it for somebody on the phone. */
  enteredById: z.uuid().optional(),
});
export type Origin = z.output<typeof originSchema>;

/**
 * The form, its offline queue and a program without a key share one scope, so that a report whose answer got lost on
 * the way is the same report however it is sent again. An API key has a scope of its own.
 */
export function originOf(ctx: Context, input: Pick<FileReportInput, 'stamp'>): Origin {
  if (ctx.actor.kind === 'key') return { channel: 'API', source: `key:${ctx.actor.keyId}` };
  return { channel: input.stamp || ctx.actor.kind === 'member' ? 'BROWSER' : 'API', source: 'form' };
}
