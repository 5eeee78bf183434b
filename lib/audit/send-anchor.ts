import { signed } from '@/lib/automation/signature';
import type { AnchoredHead } from '@/lib/platform/audit/verify-audit';
import { endConcern, raiseConcern } from '@/lib/platform/process/concerns';
import { logger } from '@/lib/platform/process/log';
import { type Running, repeat } from '@/lib/platform/process/repeat';
import { guardInForce } from '@/lib/probes/outgoing/guard';
import { sendRequest } from '@/lib/probes/outgoing/send-request';

/** Who stores heads of the chain where nobody reaches them who can change this machine. */
export interface AnchorReceiver {
  url: string;
  /** Of Standard Webhooks: `whsec_…`. */
  secret: string;
}

const timeoutMs = 5_000;
const longestRestS = 15;

/** Sends a head once. @returns why it did not arrive; null when it did */
async function sendHead(
  { position, hash }: AnchoredHead,
  { url, secret }: AnchorReceiver,
): Promise<string | null> {
  const at = new Date().toISOString();
  const body = JSON.stringify({ type: 'audit.head', at, position: String(position), hash });
  const request = {
    method: 'POST',
    url,
    headers: signed(body, `head-${position}`, secret),
    body,
    redirects: 0,
  } as const;
  const answer = await sendRequest(request, { guard: await guardInForce(), timeoutMs, maxBytes: 1_000 });
  if (!answer.ok) return answer.sentence;
  return answer.status >= 200 && answer.status < 300 ? null : `It answered ${answer.status}.`;
}

/** Sends each new head until it has arrived, and a last time when stopped; meanwhile admins are told that it has not. */
export function startSending(
  newest: () => Promise<AnchoredHead | null>,
  receiver: AnchorReceiver,
  seconds: number,
): Running {
  let arrived = -1n;
  const send = async (): Promise<void> => {
    const head = await newest();
    if (!head || head.position <= arrived) return;
    const why = await sendHead(head, receiver);
    if (why !== null) {
      const says = `The head of the audit log does not arrive at STANDBY_AUDIT_WEBHOOK, and is sent again until it does. ${why}`;
      return await raiseConcern('audit webhook', says);
    }
    arrived = head.position;
    await endConcern('audit webhook');
  };
  const failed = 'the audit head was not sent';
  const sending = repeat(send, { everyMs: Math.min(seconds, longestRestS) * 1_000, failed });
  return {
    stop: async () => {
      await sending.stop();
      await send().catch((error) => logger().warn({ err: error }, failed));
    },
  };
}
