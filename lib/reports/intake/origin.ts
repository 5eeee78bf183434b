import { z } from 'zod';
import type { Context } from '@/lib/platform/context';
import { type FileReportInput, reportChannelSchema } from '@/lib/reports/schema';
import { judgeFormStamp } from './form-stamp';
import { saidHash } from './said-hash';

/** Where a report came in. `source` is the scope in which a client key is unique. */
export const originSchema = z.object({
  channel: reportChannelSchema,
  source: z.string(),
  /** The member who entered it for somebody on the phone. */
  enteredById: z.uuid().optional(),
});
export type Origin = z.output<typeof originSchema>;

/**
 * The form and its offline queue share one scope, because we made their client keys: a report whose answer got lost on
 * the way is the same report however and from wherever it is sent again. Keys that somebody made up are apart, by API
 * key, by member, and of strangers by all that they said: two who call their first report the same do not meet.
 */
export function originOf(ctx: Context, input: FileReportInput, clientKey: string): Origin {
  const { actor } = ctx;
  if (actor.kind === 'key') return { channel: 'API', source: `key:${actor.keyId}` };
  const channel = input.stamp || actor.kind === 'member' ? 'BROWSER' : 'API';
  const isOurs = judgeFormStamp(input.stamp, clientKey) !== 'unknown';
  if (actor.kind === 'member' && !isOurs) return { channel, source: `member:${actor.memberId}` };
  if (actor.kind !== 'anonymous' || isOurs) return { channel, source: 'form' };
  return { channel, source: `said:${saidHash(input).toString('base64url').slice(0, 22)}` };
}
