import { acceptedSchema, answerSchema } from '@/lib/automation/rules/answer';
import { signed } from '@/lib/automation/signature';
import { guardInForce } from '@/lib/probes/outgoing/guard';
import { sendRequest } from '@/lib/probes/outgoing/send-request';
import { bodyText } from '@/lib/probes/rules/body-text';
import type { ProbeFault } from '@/lib/probes/rules/probe';

interface Call {
  url: string;
  secret: string;
  /** Known to both sides: the same key is the same call. */
  key: string;
  body: Record<string, unknown>;
  timeoutMs: number;
}

/**
 * What is known after a call. NOT_SENT: it certainly did not arrive. UNKNOWN: it may have arrived, and nobody knows
 * what was done.
 */
export type CallOutcome =
  | { kind: 'DONE' | 'FAILED'; sentence: string; status: number; output: unknown }
  | { kind: 'ACCEPTED'; sentence: string; status: number }
  | { kind: 'NOT_SENT'; sentence: string }
  | { kind: 'UNKNOWN'; sentence: string; status: number | null };

const maxBytes = 64_000;
/** Faults before the first byte of the request could have gone out. A time-out may lie before or after. */
const beforeSending: ReadonlySet<ProbeFault> = new Set([
  'NAME',
  'REFUSED',
  'UNREACHABLE',
  'TLS',
  'FORBIDDEN',
]);

/**
 * A redirect, a gateway's words, a handler that ran into an error of its own: what was asked for may have begun, and go
 * on. Only a 4xx other than 408 refuses the call itself.
 */
function saysNothingOfIt(status: number): boolean {
  return status === 408 || status < 400 || status > 499;
}

/**
 * Calls an automation once, signed as Standard Webhooks asks; never twice and never on to a redirect.
 * @throws only `signal.reason`, when the caller cancelled
 */
export async function callAutomation(call: Call, signal?: AbortSignal): Promise<CallOutcome> {
  const payload = JSON.stringify(call.body);
  const answer = await sendRequest(
    {
      method: 'POST',
      url: call.url,
      headers: signed(payload, call.key, call.secret),
      body: payload,
      redirects: 0,
    },
    { guard: await guardInForce(), timeoutMs: call.timeoutMs, maxBytes, signal },
  );
  if (!answer.ok) {
    if (beforeSending.has(answer.fault)) return { kind: 'NOT_SENT', sentence: answer.sentence };
    return { kind: 'UNKNOWN', sentence: answer.sentence, status: null };
  }
  return readAnswer(answer.status, bodyText(answer.body, answer.headers['content-type']));
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return null;
  }
}

function readAnswer(status: number, text: string | null): CallOutcome {
  const json = parsed(text);
  const answer = answerSchema.safeParse(json);
  if (status === 202) {
    const accepted = acceptedSchema.safeParse(json);
    if (accepted.success) {
      const sentence = accepted.data.sentence ?? 'The automation has begun, and will call back.';
      return { kind: 'ACCEPTED', sentence, status };
    }
  }
  if (status >= 200 && status < 300) {
    if (!answer.success) {
      const sentence = `The automation answered ${status}, but does not say in its answer whether it was done.`;
      return { kind: 'UNKNOWN', sentence, status };
    }
    const { state, sentence, output = null } = answer.data;
    const kind = state === 'done' ? 'DONE' : 'FAILED';
    const said =
      sentence ?? (kind === 'DONE' ? 'The automation says it is done.' : 'The automation says it failed.');
    return { kind, sentence: said, status, output };
  }
  const said = answer.success && answer.data.sentence ? ` It says: ${answer.data.sentence}` : '';
  const sentence = `The automation answered ${status}.${said}`;
  if (answer.success ? answer.data.state === 'done' : saysNothingOfIt(status)) {
    return { kind: 'UNKNOWN', sentence: `${sentence} It may have begun all the same.`, status };
  }
  return { kind: 'FAILED', sentence, status, output: answer.data?.output ?? null };
}
