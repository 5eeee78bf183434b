import type { Context } from '@/lib/platform/context';
import { type Limit, ofNetwork, ruleOf } from './limit';
import { countAttempt, fingerprint } from './rate-limit';

/** How often one may have a mail sent to a mailbox that may be another's. */
export interface MailboxLimits {
  /** Of one who asks, so that they leave room for the owner. */
  ofAsker?: Limit;
  ofAll: Limit;
  /** Beyond the limit of all: for mails that their owner may need at any time, a few go out whoever asked before. */
  still?: Limit;
}

/** Whether one more mail is sent. Nobody is told, because that would say something about the address. */
export async function mayMail(
  ctx: Context,
  { ofAsker, ofAll, still }: MailboxLimits,
  to: string,
): Promise<boolean> {
  const whom = fingerprint(to);
  if (ofAsker && (await countAttempt(ofNetwork(ofAsker, ctx, whom))) > 0) return false;
  if ((await countAttempt([ruleOf(ofAll, whom)])) === 0) return true;
  return still !== undefined && (await countAttempt([ruleOf(still, whom)])) === 0;
}
