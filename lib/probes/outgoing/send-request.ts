import type { HttpRequest, ProbeFault, Timings } from '@/lib/probes/rules/probe';
import { afterRedirect, headerFault, isRedirect, type Outgoing } from '@/lib/probes/rules/request';
import { startDeadline } from './deadline';
import type { Guard } from './guard';
import type { Phases, Way } from './open-connection';
import { type AnswerBegun, requestOnce } from './request-once';
import type { NameLookup } from './resolve-target';

export interface SendOptions {
  guard: Guard;
  /** For all of it: name, connection, redirects, body. */
  timeoutMs: number;
  /** Of the body, unpacked; what is beyond is not read, and the answer says `truncated`. */
  maxBytes: number;
  signal?: AbortSignal | undefined;
  /** The machine's own look-up when left out. */
  lookup?: NameLookup | undefined;
}

export interface SentRequest {
  ok: true;
  status: number;
  /** Names in lower case; repeated ones joined by a comma. */
  headers: Record<string, string>;
  body: Buffer;
  truncated: boolean;
  /** The numeric address that answered. */
  address: string;
  /** Other addresses of the name that accept no connection, after a moment in which they may. */
  silent: () => Promise<string[]>;
  /** Where the answer came from, when redirects were followed. */
  url: string;
  redirects: number;
  timings: Timings;
}

export interface FailedRequest {
  ok: false;
  fault: ProbeFault;
  /** What happened, for a manager: “Nothing listens on 127.0.0.1:4101: …”. */
  sentence: string;
  timings: Timings;
  /** What came back all the same. */
  seen: AnswerBegun;
}

/**
 * Calls an address by HTTP: the only way in which any part of Standby does. Address, port and scheme pass the guard
 * before connecting and on each redirect. An answer beyond `request.redirects` redirects is given back as it is.
 * @throws only `signal.reason`, when the caller cancelled; never for what the target does
 */
export async function sendRequest(
  request: HttpRequest,
  { guard, timeoutMs, maxBytes, signal, lookup }: SendOptions,
): Promise<SentRequest | FailedRequest> {
  const deadline = startDeadline(timeoutMs, signal);
  const timed = (phases: Phases): Timings => ({ ...phases, totalMs: deadline.elapsed() });
  const forbid = (sentence: string): FailedRequest => ({
    ok: false,
    fault: 'FORBIDDEN',
    sentence,
    timings: timed({}),
    seen: {},
  });
  try {
    const wrong = headerFault(request.headers);
    if (wrong) return forbid(wrong);
    const first = guard.readUrl(request.url);
    if (!first.ok) return forbid(first.sentence);
    return await follow(request, first, { guard, deadline, lookup, maxBytes }, timed);
  } finally {
    deadline.end();
  }
}

type Read = Extract<ReturnType<Guard['readUrl']>, { ok: true }>;

async function follow(
  request: HttpRequest,
  first: Read,
  way: Way & { maxBytes: number },
  timed: (phases: Phases) => Timings,
): Promise<SentRequest | FailedRequest> {
  let target = first;
  let outgoing: Outgoing = request;
  for (let redirects = 0; ; redirects += 1) {
    const { phases, ...hop } = await requestOnce(target, outgoing, way);
    const timings = timed(phases);
    if (!hop.ok) {
      const before =
        redirects > 0 ? `${request.method} ${first.url.pathname} was redirected to ${target.url.host}. ` : '';
      return { ok: false, fault: hop.fault, sentence: `${before}${hop.sentence}`, timings, seen: hop.seen };
    }
    const location = hop.headers.location;
    if (!isRedirect(hop.status) || location === undefined || redirects >= request.redirects)
      return { ...hop, url: target.url.href, redirects, timings };
    const next = way.guard.readUrl(location, target.url);
    if (!next.ok) {
      const sentence = `${outgoing.method} ${target.url.pathname} redirected to where Standby does not call: ${next.sentence}`;
      return { ok: false, fault: 'FORBIDDEN', sentence, timings, seen: {} };
    }
    outgoing = afterRedirect(outgoing, hop.status, next.url.origin === target.url.origin);
    target = next;
  }
}
