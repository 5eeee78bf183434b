import { setTimeout as pause } from 'node:timers/promises';
import { Webhook } from 'standardwebhooks';
import type { StepAnswer } from './answers-kept';

const tries = 5;

/** Tells Standby what became of a step, signed with the secret of the address that it called. */
export async function callBack(url: string, id: string, secret: string, answer: StepAnswer): Promise<void> {
  const body = JSON.stringify(answer);
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const now = new Date();
    const status = await post(url, body, {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
      'webhook-signature': new Webhook(secret).sign(id, now, body),
    });
    // A refusal will not change by asking again; no answer or a fault of the server may.
    if (status !== null && status < 500) return;
    await pause(500 * 2 ** attempt);
  }
}

async function post(url: string, body: string, headers: Record<string, string>): Promise<number | null> {
  try {
    const answer = await fetch(url, { method: 'POST', body, headers, signal: AbortSignal.timeout(10_000) });
    await answer.body?.cancel();
    return answer.status;
  } catch {
    return null;
  }
}
