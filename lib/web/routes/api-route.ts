import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { answerApi } from '@/lib/http/api/dispatch';
import type { ApiAnswer } from '@/lib/http/api/request';
import { type LiveSink, unreadLimit } from '@/lib/live/streams';
import { patience } from '@/lib/platform/process/patience';
import { pause } from '@/lib/platform/process/pause';
import { readAndPutBack } from '@/lib/web/incoming/read-and-put-back';
import { refuse } from '@/lib/web/incoming/refuse';
import { callerOf, callsAtOnce, fairly, ofCaller, tooMany } from '@/lib/web/turns';
import { addFastRoute, type RequestFacts } from './fast-routes';

const zip = promisify(gzip);

/** Below this a packed answer is hardly shorter, in bytes. */
const worthPacking = 1_024;
/** From here on somebody may well ask for the same again, in bytes. */
const worthKeeping = 100_000;

function headersOf(request: IncomingMessage) {
  const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value.join(', ') : value);
  return { get: (name: string) => one(request.headers[name]) ?? null };
}

function sinkOf(response: ServerResponse): LiveSink {
  return {
    send: (bytes) => {
      if (response.writableLength > unreadLimit || response.destroyed) return false;
      response.write(bytes);
      return true;
    },
    close: () => response.end(),
    onClose: (listener) => void response.on('close', listener),
    isClosed: () => response.closed,
  };
}

/** The last long text that was packed: the reference, which is the same for everybody, and takes ten milliseconds. */
let lastPacked: { text: string; bytes: Promise<Buffer> } | undefined;

async function pack(text: string, plain: Buffer): Promise<Buffer> {
  if (plain.byteLength < worthKeeping) return await zip(plain);
  if (lastPacked?.text !== text) lastPacked = { text, bytes: zip(plain) };
  return await lastPacked.bytes;
}

async function sendText(
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers }: ApiAnswer,
  text: string,
): Promise<void> {
  const plain = Buffer.from(text);
  const packs =
    plain.byteLength >= worthPacking && /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  const bytes = packs ? await pack(text, plain) : plain;
  const encoding = packs ? { 'content-encoding': 'gzip', vary: 'Accept-Encoding' } : {};
  response.writeHead(status, { ...headers, ...encoding, 'content-length': bytes.byteLength });
  response.end(bytes);
}

async function send(request: IncomingMessage, response: ServerResponse, answer: ApiAnswer): Promise<void> {
  const { status, headers, body } = answer;
  if (typeof body === 'string') return await sendText(request, response, answer, body);
  response.writeHead(status, headers);
  if (typeof body === 'function') await body(sinkOf(response));
  else if (body && request.method !== 'HEAD') await pipeline(body, response);
  else response.end();
}

const inTurn = fairly(callsAtOnce, ofCaller);

/** In bytes; the pace of what is larger is watched. */
const mostAwaited = 1_000_000;

/** Nobody has a turn while they still send, unless it is so much that its pace is watched. @returns false when they are gone */
async function hasArrived(request: IncomingMessage): Promise<boolean> {
  const length = Number(request.headers['content-length'] ?? 0);
  return length > mostAwaited || (await readAndPutBack(request, (body) => body));
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  facts: RequestFacts,
): Promise<void> {
  const { path, query, requestId } = facts;
  const method = request.method ?? 'GET';
  const asked = {
    method,
    path,
    query,
    headers: headersOf(request),
    body: request,
  };
  response.setHeader('X-Request-Id', requestId);
  if (!(await hasArrived(request))) return;
  const answer = await inTurn(callerOf(request, facts), async () =>
    request.socket.destroyed ? 'gone' : await answerApi(asked),
  );
  if (answer === 'gone') return;
  if (!answer) return refuse(request, response, 503, tooMany);
  if (answer.status === 429) await pause(patience().overLimit);
  await send(request, response, answer);
}

/** The API without Next, which answers the same from its catch-all route. */
export function addApiRoute(): void {
  addFastRoute({
    name: 'api',
    match: (path) => path.startsWith('/api/v1/'),
    handle,
  });
}
