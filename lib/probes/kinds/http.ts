import { listed } from '@/lib/language/words';
import { exactDuration, latency } from '@/lib/platform/rules/duration';
import { shortened } from '@/lib/platform/rules/graphemes';
import { isolated } from '@/lib/platform/rules/isolate';
import { type SentRequest, sendRequest } from '@/lib/probes/outgoing/send-request';
import { bodyText } from '@/lib/probes/rules/body-text';
import { parseJsonPath, sameJson, shownJson, valueAt } from '@/lib/probes/rules/json-path';
import { content, excerpt, faulty, silentWords } from '@/lib/probes/rules/outcome';
import type { NetworkProbe, ProbeFault, ProbeOutcome } from '@/lib/probes/rules/probe';
import type { ProbeOptions } from './probe-options';

type HttpProbe = Extract<NetworkProbe, { kind: 'HTTP' }>;
type LagProbe = Extract<NetworkProbe, { kind: 'REPLICATION_LAG' }>;
type Judged = { fault: ProbeFault; says: string } | null;

/** A page that is larger is no answer that a probe could judge. */
const maxBytes = 2 * 1024 * 1024;

export async function probeHttp(probe: HttpProbe, options: ProbeOptions): Promise<ProbeOutcome> {
  const sent = await sendRequest(probe.request, { ...options, timeoutMs: probe.timeoutMs, maxBytes });
  if (!sent.ok) return faulty(sent.fault, sent.sentence, sent.timings, sent.seen);
  const fault = judge(probe, sent);
  const silent = await sent.silent();
  const evidence = evidenceOf(sent, silent);
  if (fault) return faulty(fault.fault, `${asked(probe)} ${fault.says}`, sent.timings, evidence);
  const sentence = `${asked(probe)} ${answered(sent)}${silentWords(silent)}.`;
  return content(sentence, sent.timings, evidence);
}

function asked({ request }: HttpProbe | LagProbe): string {
  return `${request.method} ${new URL(request.url).pathname}`;
}

/** “answered 200 after 12 ms”, or who else did: after a redirect that is another page, such as one to sign in. */
function answered({ status, redirects, url, timings }: SentRequest): string {
  const after = `answered ${status} after ${latency(timings.totalMs)}`;
  if (redirects === 0) return after;
  const { origin, pathname } = new URL(url);
  return `was redirected to ${shortened(`${origin}${pathname}`, 200)}, which ${after}`;
}

function judge({ expect }: HttpProbe, sent: SentRequest): Judged {
  const took = sent.timings.totalMs;
  const after = answered(sent);
  const good =
    expect.status.length > 0 ? expect.status.includes(sent.status) : sent.status >= 200 && sent.status < 300;
  if (!good) return { fault: 'STATUS', says: `${after}; ${statusWords(expect.status)} was expected.` };
  if (sent.truncated)
    return { fault: 'TOO_LARGE', says: `${after} with more than 2 MB; the rest was not read.` };
  const texts = textsOf(sent);
  const { text: wanted } = expect;
  if (wanted !== null && !texts.some((text) => text.includes(wanted)))
    return {
      fault: 'CONTENT',
      says: `${after}, but “${isolated(excerpt(wanted, 80))}” is not in the answer.`,
    };
  const wrongs = expect.json.length > 0 ? texts.map((text) => wrongJson(text, expect.json)) : [];
  const wrong = wrongs.includes(null) ? null : wrongs[0];
  if (wrong) return { fault: 'CONTENT', says: `${after}, but ${wrong}` };
  if (expect.maxMs !== null && took > expect.maxMs)
    return { fault: 'SLOW', says: `${after}; at most ${latency(expect.maxMs)} was expected.` };
  return null;
}

/** Text in the encoding of the answer; of bytes that are not what they say, as either of those that they may be. */
function textsOf({ body, headers }: SentRequest): [string, ...string[]] {
  const text = bodyText(body, headers['content-type']);
  return text === null ? [body.toString('utf8'), new TextDecoder('windows-1252').decode(body)] : [text];
}

function statusWords(expected: number[]): string {
  return expected.length === 0 ? '200 to 299' : listed(expected.map(String), 'or');
}

function wrongJson(text: string, rules: HttpProbe['expect']['json']): string | null {
  const read = readJson(text);
  if (!read.ok) return 'not in JSON.';
  for (const { path, equals } of rules) {
    const at = valueAt(read.json, parseJsonPath(path) ?? [path]);
    if (!at.found) return `it holds no ${path}; ${shownJson(equals)} was expected there.`;
    if (!sameJson(at.value, equals))
      return `${path} is ${shownJson(at.value)}; ${shownJson(equals)} was expected.`;
  }
  return null;
}

function readJson(text: string): { ok: true; json: unknown } | { ok: false } {
  try {
    return { ok: true, json: JSON.parse(text) };
  } catch {
    return { ok: false };
  }
}

export async function probeLag(probe: LagProbe, options: ProbeOptions): Promise<ProbeOutcome> {
  const sent = await sendRequest(probe.request, { ...options, timeoutMs: probe.timeoutMs, maxBytes });
  if (!sent.ok) return faulty(sent.fault, sent.sentence, sent.timings, sent.seen);
  const after = `${asked(probe)} ${answered(sent)}`;
  const seen = evidenceOf(sent, await sent.silent());
  const fail = (fault: ProbeFault, sentence: string): ProbeOutcome =>
    faulty(fault, sentence, sent.timings, seen);
  if (sent.status < 200 || sent.status > 299) return fail('STATUS', `${after}; 200 to 299 was expected.`);
  const read = readJson(textsOf(sent)[0]);
  if (!read.ok) return fail('CONTENT', `${after}, but not in JSON.`);
  const at = valueAt(read.json, parseJsonPath(probe.path) ?? [probe.path]);
  if (!at.found || typeof at.value !== 'number' || !Number.isFinite(at.value))
    return fail('CONTENT', `${after}, but ${probe.path} is not a number of seconds.`);
  const evidence = { ...seen, lagSeconds: at.value };
  const most = exactDuration(probe.maxSeconds);
  if (at.value > probe.maxSeconds) {
    const sentence = `The copy is ${exactDuration(at.value)} behind; at most ${most} was expected.`;
    return faulty('LAG', sentence, sent.timings, evidence);
  }
  return content(
    `The copy is ${exactDuration(at.value)} behind, within the ${most} allowed.`,
    sent.timings,
    evidence,
  );
}

function evidenceOf(sent: SentRequest, silent: string[]): Record<string, unknown> {
  const { status, address, headers, redirects, url, body, truncated } = sent;
  const shown = ['content-type', 'server', 'location', 'retry-after', 'x-served-by'];
  return {
    status,
    address,
    ...(silent.length > 0 ? { silent } : {}),
    ...(redirects > 0 ? { redirects, url } : {}),
    headers: Object.fromEntries(
      shown.flatMap((name) => (headers[name] === undefined ? [] : [[name, excerpt(headers[name], 200)]])),
    ),
    body: printable(sent),
    bytes: truncated ? `more than ${body.length}` : body.length,
  };
}

/** Null for bytes that are no text. */
function printable(sent: SentRequest): string | null {
  const [text] = textsOf(sent);
  return text.includes('\u0000') ? null : excerpt(text.slice(0, 4_096).replace(/[^\t\n\P{C}]/gu, '�'));
}
