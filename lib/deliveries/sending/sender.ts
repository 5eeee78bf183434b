import { randomUUID } from 'node:crypto';
import { isInTrouble, isLockTimeout, isRetryable } from '@/lib/database/database-errors';
import { turns } from '@/lib/platform/limits/turns';
import { endConcern, raiseConcern } from '@/lib/platform/process/concerns';
import { pause } from '@/lib/platform/process/pause';
import { batched } from './batched';
import { type Claimed, claimDeliveries } from './claim';
import { messageOf } from './compose';
import { contentCache } from './contents';
import { holdClaims } from './hold';
import { certificateSentence, failedOutcome, type Outcome, sentOutcome, stateAfter } from './outcome';
import { type Settled, settleDeliveries } from './settle';
import { suppressFor } from './suppress';
import { connections, type MailTransport, openTransport } from './transport';

export interface SenderOptions {
  smtpUrl: string;
  /** Called when a mail has to be tried again, in so many seconds. */
  again?: (deliveryId: string, seconds: number) => Promise<void>;
  /** For how long a delivery is taken, unless the process renews it. */
  claimSeconds?: number;
}

export interface Sender {
  /** Sends the delivery if it is due and free, else does nothing. */
  send: (deliveryId: string) => Promise<void>;
  close: () => void;
}

async function transmit(
  transport: MailTransport,
  claim: Claimed,
  contents: ReturnType<typeof contentCache>,
): Promise<Outcome> {
  const message = messageOf(claim, await contents(claim.contentId));
  try {
    const { response } = await transport.sendMail(message);
    await endConcern('mail certificate');
    return sentOutcome(response);
  } catch (error) {
    const concern = certificateSentence(error);
    if (concern) await raiseConcern('mail certificate', concern);
    return failedOutcome(error);
  }
}

function notSent(claim: Claimed, suppress: Settled['suppress']): Settled {
  return { claim, state: 'SUPPRESSED', suppress, waitSeconds: null, attempt: null, bounced: false };
}

/** More than there are connections, so that the next mails are claimed while the others are on their way. */
export const inHand = connections * 6;

type Tried = Outcome & { startedAt: Date; finishedAt: Date };

function notNoted(failed: unknown): string {
  const why = failed instanceof Error ? failed.message : String(failed);
  return `A mail was sent, and the database does not take that it was: ${why}. Set that right soon: this worker does not send the mail again, but another one does, and so does this one once it is started anew.`;
}

const settleTries = 30;

/**
 * What was sent must be written down, or it is sent again: a database in trouble is waited for, and one that cannot be
 * written down takes no other with it.
 * @returns for each why it is not written down, or null
 */
async function settleStubbornly(list: Settled[], holder: string): Promise<unknown[]> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await settleDeliveries(list, holder);
      return list.map(() => null);
    } catch (error) {
      const waits = isRetryable(error) || isLockTimeout(error) || (await isInTrouble(error));
      if (waits && attempt < settleTries) await pause(1_000);
      else if (list.length > 1)
        return (await Promise.all(list.map((one) => settleStubbornly([one], holder)))).flat();
      else if (attempt >= 3) return [error];
    }
  }
}

/**
 * Sends deliveries over one pool of connections. Each is claimed first and settled after, in few statements for many.
 * A process that dies in between leaves the claim to run out, and the mail goes again under the same Message-ID. One that
 * lives sends none twice, even where the database never takes that it was sent; another one then does.
 */
export function openSender({ smtpUrl, again, claimSeconds = 30 }: SenderOptions): Sender {
  const holder = `sender-${process.pid}-${randomUUID().slice(0, 8)}`;
  const transport = openTransport(smtpUrl);
  const contents = contentCache();
  const claim = batched((ids: string[]) => claimDeliveries(ids, holder, claimSeconds));
  const settleAll = batched((list: Settled[]) => settleStubbornly(list, holder));
  const settle = async (one: Settled): Promise<void> => {
    const failed = await settleAll(one);
    if (!failed) return;
    if (one.state === 'SENT') await raiseConcern('sent mail', notNoted(failed), 1);
    throw failed;
  };
  const slot = turns(inHand);
  const lane = turns(connections);
  const hold = holdClaims(holder, claimSeconds);

  /** What was sent and could not be written down, with the tries before; after another one it is somebody else's word. */
  const unwritten = new Map<string, Tried & { after: number }>();

  const tryOnce = async (claimed: Claimed): Promise<Tried | null> =>
    await lane(async () => {
      // Without a database the claim could run out during the try. It is left to do so, and the mail goes later.
      if (!hold.isSure(claimed.id)) return null;
      const startedAt = new Date();
      const outcome = await transmit(transport, claimed, contents);
      return { ...outcome, startedAt, finishedAt: new Date() };
    });

  const deliver = async (claimed: Claimed): Promise<void> => {
    const known = unwritten.get(claimed.id);
    const sent = known?.after === claimed.attempts ? known : null;
    const suppress = sent ? null : suppressFor(claimed, claimed.now);
    if (suppress) return await settle(notSent(claimed, suppress));
    const attempt = sent ?? (await tryOnce(claimed));
    if (!attempt) return;
    const { state, waitSeconds } = stateAfter(attempt, claimed.attempts + 1);
    if (state === 'SENT') unwritten.set(claimed.id, { ...attempt, after: claimed.attempts });
    await settle({ claim: claimed, state, suppress: null, waitSeconds, attempt, bounced: attempt.bounced });
    unwritten.delete(claimed.id);
    if (waitSeconds !== null) await again?.(claimed.id, waitSeconds);
  };
  return {
    send: (deliveryId) =>
      slot(async () => {
        const claimed = await claim(deliveryId);
        if (!claimed) return;
        hold.take(claimed.id);
        await deliver(claimed).finally(() => hold.drop(claimed.id));
      }),
    close: () => {
      hold.close();
      transport.close();
    },
  };
}
