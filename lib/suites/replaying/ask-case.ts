import { createHash } from 'node:crypto';
import type { Guard } from '@/lib/probes/outgoing/guard';
import { sendRequest } from '@/lib/probes/outgoing/send-request';
import { bodyText } from '@/lib/probes/rules/body-text';
import { faulty } from '@/lib/probes/rules/outcome';
import { type NetworkProbe, probeSchema } from '@/lib/probes/rules/probe';
import { believed, probeBelieved } from '@/lib/probes/sight/believed';
import type { ReceivedAnswer } from '@/lib/suites/rules/answer';
import type { CaseRequest } from '@/lib/suites/rules/case';
import { httpRequestAt, probeAt } from '@/lib/suites/rules/target';
import { tidy } from '@/lib/suites/rules/word';

/** What is read of a body; a larger answer is no answer. */
const bodyLimit = 8 * 1024 * 1024;

const excerptCharacters = 8_000;

interface AskOptions {
  address: string;
  guard: Guard;
  timeoutMs: number;
  signal?: AbortSignal | undefined;
}

/** `body` holds the bytes of an HTTP answer. Without an answer, one sentence says why. */
export type Asked =
  | { ok: true; received: ReceivedAnswer; body: Buffer | null }
  /** `unseen` when that is because Standby itself sees nothing. */
  | { ok: false; sentence: string; unseen?: boolean };

/**
 * Sends the request of a case to an address.
 * @throws only what the signal was raised with, when it was; never for what the target does
 */
export async function askCase(request: CaseRequest, options: AskOptions): Promise<Asked> {
  return request.kind === 'HTTP' ? await askHttp(request, options) : await askProbe(request, options);
}

async function askHttp(request: Extract<CaseRequest, { kind: 'HTTP' }>, options: AskOptions): Promise<Asked> {
  const { address, guard, timeoutMs, signal } = options;
  const asked = httpRequestAt(request, address);
  const sent = await sendRequest(asked, { guard, timeoutMs, maxBytes: bodyLimit, signal });
  if (!sent.ok) {
    const probe = probeSchema.parse({ kind: 'HTTP', request: asked, timeoutMs }) as NetworkProbe;
    const failed = faulty(sent.fault, sent.sentence, sent.timings, sent.seen);
    const { sentence, unseen } = await believed(probe, failed, { guard, signal });
    return { ok: false, sentence: tidy(sentence, 500), unseen };
  }
  const { status, body, timings } = sent;
  if (sent.truncated) {
    return { ok: false, sentence: `It answered ${status} with more than 8 MB; the rest was not read.` };
  }
  const text = bodyText(body, sent.headers['content-type']);
  const sha256 = createHash('sha256').update(body).digest('hex');
  const excerpt = text === null ? null : excerptOf(text);
  const headers = plainHeaders(sent.headers);
  const redirected = sent.redirects > 0;
  const answer = { kind: 'HTTP' as const, status, redirected, headers, size: body.length, sha256, excerpt };
  return { ok: true, received: { answer, text, latencyMs: Math.round(timings.totalMs) }, body };
}

/** The beginning of a body as people read it: JSON with a line for each value. */
function excerptOf(text: string): string {
  // What is far longer than its beginning is not worth the work of laying it out.
  if (text.length > 1024 * 1024) return tidy(text, excerptCharacters);
  try {
    return tidy(JSON.stringify(JSON.parse(text), null, 2), excerptCharacters);
  } catch {
    return tidy(text, excerptCharacters);
  }
}

function plainHeaders(given: Record<string, string>): Record<string, string> {
  const entries = Object.entries(given).map(([name, value]) => {
    // The value of a cookie may open somebody's session; that it is set is what a case can compare.
    const shown = name === 'set-cookie' ? cookieNames(value) : value;
    return [name, tidy(shown, 1_000)] as const;
  });
  return Object.fromEntries(entries.slice(0, 60));
}

function cookieNames(joined: string): string {
  return [...joined.matchAll(/(?:^|, )([^=;,\s]+)=/g)].map((match) => match[1]).join(', ');
}

async function askProbe(
  request: Exclude<CaseRequest, { kind: 'HTTP' }>,
  options: AskOptions,
): Promise<Asked> {
  const { address, guard, timeoutMs, signal } = options;
  const probe = probeAt(request, address, timeoutMs);
  const seen = await probeBelieved(probe, { guard, signal });
  const sentence = tidy(seen.sentence, 500);
  if (seen.outcome === 'UNCLEAR') return { ok: false, sentence, unseen: seen.unseen };
  const { addresses, certificate } = seen.evidence;
  const issuer = (certificate as { issuer?: unknown } | undefined)?.issuer;
  const answer = {
    kind: request.kind,
    ok: seen.outcome === 'OK',
    sentence,
    addresses: Array.isArray(addresses) ? addresses.map(String) : [],
    issuer: typeof issuer === 'string' ? tidy(issuer) : null,
  };
  return {
    ok: true,
    received: { answer, text: null, latencyMs: Math.round(seen.timings.totalMs) },
    body: null,
  };
}
