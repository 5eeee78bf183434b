import type { Readable } from 'node:stream';
import { Client, errors } from 'undici';
import { latency } from '@/lib/platform/rules/duration';
import { headersToSend, type Outgoing } from '@/lib/probes/rules/request';
import type { Deadline } from './deadline';
import { openConnection, type Phases, type Way } from './open-connection';
import { readBody, UnknownEncoding } from './read-body';
import { type Failed, place } from './resolve-target';
import { startTls } from './start-tls';

export interface Target {
  url: URL;
  host: string;
  port: number;
}

interface Answered {
  ok: true;
  status: number;
  headers: Record<string, string>;
  body: Buffer;
  truncated: boolean;
  address: string;
  silent: () => Promise<string[]>;
  phases: Phases;
}

/** Of what came to nothing: the address that accepted a connection, and the status that it had begun to answer. */
export interface AnswerBegun extends Record<string, unknown> {
  address?: string;
  status?: number;
}

export type Hop = Answered | (Failed & { phases: Phases; seen: AnswerBegun });

/** One request over one connection of its own, which goes where the guard has ruled and nowhere else. */
export async function requestOnce(
  target: Target,
  request: Outgoing,
  { maxBytes, ...way }: Way & { maxBytes: number },
): Promise<Hop> {
  const { url, host, port } = target;
  const opened = await openConnection(host, port, way);
  if (!opened.ok) return { ...opened, seen: {} };
  const { address, silent } = opened;
  let { socket } = opened;
  const phases = { ...opened.phases };
  try {
    if (url.protocol === 'https:') {
      const secured = await startTls(socket, host, port, way.deadline);
      if (!secured.ok)
        return { ok: false, fault: secured.fault, sentence: secured.sentence, phases, seen: { address } };
      socket = secured.socket;
      phases.tlsMs = secured.tlsMs;
    }
    // Undici gets the connection ready-made, so that it never looks up a name or connects by itself. It expects it
    // later, never at once.
    const client = new Client(url.origin, {
      connect: (_, done) =>
        setImmediate(() => (socket.destroyed ? done(new Error('closed'), null) : done(null, socket))),
      allowH2: false,
      headersTimeout: 0,
      bodyTimeout: 0,
      maxHeaderSize: 32_768,
    });
    const what = `${request.method} ${url.pathname}`;
    try {
      const answer = await exchange(client, url, request, { maxBytes, deadline: way.deadline, what, phases });
      if (answer.ok) return { ...answer, address, silent, phases };
      const { status, ...failed } = answer;
      return { ...failed, phases, seen: { address, status } };
    } catch (error) {
      way.deadline.assertWanted();
      return { ...exchangeFault(place(host, port), what, error, way.deadline), phases, seen: { address } };
    } finally {
      client.destroy().catch(() => {});
    }
  } finally {
    socket.destroy();
  }
}

interface Exchange {
  maxBytes: number;
  deadline: Deadline;
  what: string;
  phases: Phases;
}

async function exchange(
  client: Client,
  url: URL,
  request: Outgoing,
  { maxBytes, deadline, what, phases }: Exchange,
): Promise<Omit<Answered, 'address' | 'silent' | 'phases'> | (Failed & { status: number })> {
  const began = performance.now();
  const answer = await client.request({
    method: request.method,
    path: `${url.pathname}${url.search}`,
    headers: headersToSend(request.headers),
    body: request.body,
    signal: deadline.signal,
  });
  phases.firstByteMs = performance.now() - began;
  const headers = joined(answer.headers);
  try {
    const read = await readBody(answer.body as Readable, headers['content-encoding'], maxBytes);
    return { ok: true, status: answer.statusCode, headers, body: read.bytes, truncated: read.truncated };
  } catch (error) {
    deadline.assertWanted();
    const status = answer.statusCode;
    if (!deadline.isOver()) return { ...bodyFault(what, status, error), status };
    const sentence = `${what} answered ${status}, but the answer did not end within ${latency(deadline.timeoutMs)}.`;
    return { ok: false, fault: 'TIMEOUT', sentence, status };
  }
}

function bodyFault(what: string, status: number, error: unknown): Failed {
  if (error instanceof UnknownEncoding) {
    const sentence = `${what} answered ${status}, but packed in a way that Standby does not read (${error.message}).`;
    return { ok: false, fault: 'CONTENT', sentence };
  }
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (
    code.startsWith('Z_') ||
    code.startsWith('ERR_BROTLI') ||
    code.startsWith('ERR__ERROR') ||
    code.startsWith('ZSTD_')
  ) {
    const sentence = `${what} answered ${status}, but its compressed content can not be unpacked.`;
    return { ok: false, fault: 'CONTENT', sentence };
  }
  const sentence = `${what} answered ${status}, but the connection was closed in the middle of the answer.`;
  return { ok: false, fault: 'CLOSED', sentence };
}

function exchangeFault(where: string, what: string, error: unknown, deadline: Deadline): Failed {
  const ms = latency(deadline.elapsed());
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (deadline.isOver()) {
    const sentence = `${where} accepted the connection, but ${what} had no answer within ${latency(deadline.timeoutMs)}.`;
    return { ok: false, fault: 'TIMEOUT', sentence };
  }
  if (code === 'UND_ERR_HEADERS_OVERFLOW')
    return { ok: false, fault: 'TOO_LARGE', sentence: `${what} answered with headers beyond all measure.` };
  if (error instanceof errors.HTTPParserError)
    return { ok: false, fault: 'CONTENT', sentence: `${where} answered ${what}, but not in HTTP.` };
  if (code === 'UND_ERR_INVALID_ARG')
    return { ok: false, fault: 'FORBIDDEN', sentence: `${what} can not be sent in this form.` };
  const sentence = `${where} closed the connection after ${ms}, before it answered ${what}.`;
  return { ok: false, fault: 'CLOSED', sentence };
}

function joined(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
}
