import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { networkHeader } from '@/lib/auth/address-block';
import { leastHeaders } from '@/lib/auth/pages/security-headers';
import { pause } from '@/lib/platform/process/pause';
import { BodyRoom } from '@/lib/web/incoming/body-room';
import { clientAddress, stripProxyHeaders } from '@/lib/web/incoming/client-address';
import { formRefusal } from '@/lib/web/incoming/forms';
import { inLine } from '@/lib/web/incoming/in-line';
import { tooLarge } from '@/lib/web/incoming/largest-bodies';
import { type PassedOn, passedOn } from '@/lib/web/incoming/passed-on';
import { refuse, refuseOnSocket } from '@/lib/web/incoming/refuse';
import { requestTarget } from '@/lib/web/incoming/request-target';
import { findFastRoute, type RequestFacts } from '@/lib/web/routes/fast-routes';
import { callerOf, fairly, ofCaller, pagesAtOnce, tooMany } from '@/lib/web/turns';

/** Next's own handler, there once it is ready. */
export interface AppHandler {
  request: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
}

export interface WebServerOptions {
  trustedProxies: number;
  /** Told of requests that were passed on while no proxy is believed. */
  passedOn?: (request: PassedOn) => void;
  /** Whether people come by TLS, as STANDBY_URL says. */
  secure: boolean;
  /** Resolves when Next can answer; requests that need it wait for that. */
  app: Promise<AppHandler>;
  upgrades: boolean;
  /** Where large bodies wait for their turn; tests bring one of less patience. */
  bodies?: BodyRoom;
  /** So long, in milliseconds, an answer waits for its reader to take some of it; tests bring less. */
  unreadMs?: number;
  /** So long, in milliseconds, a connection is kept for a next request; tests bring less. */
  idleMs?: number;
  /** Told of a failure that nothing else caught, before the client is. */
  failed?: (error: unknown) => void;
}

/** What Next is asked by; the API names the methods of each address itself. */
const pageMethods = ['GET', 'HEAD', 'POST', 'OPTIONS'];

const plainId = /^[A-Za-z0-9_-]{8,64}$/;

function first(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.join(',') : value;
}

interface Facts extends RequestFacts {
  host: string;
}

/** Reads what the proxies say, as far as they are believed. */
function readFacts(request: IncomingMessage, options: WebServerOptions): Omit<Facts, 'path' | 'query'> {
  const { headers, socket } = request;
  const trusted = options.trustedProxies;
  const address = clientAddress(socket.remoteAddress, first(headers['x-forwarded-for']), trusted);
  const passed = trusted === 0 ? passedOn(request) : null;
  // Next asks itself for the page that an act leads to, with what it was told of the request before.
  if (passed && headers['x-standby-address'] === undefined) options.passedOn?.(passed);
  const givenProto = trusted > 0 ? first(headers['x-forwarded-proto'])?.split(',').at(-1)?.trim() : undefined;
  const givenHost = trusted > 0 ? first(headers['x-forwarded-host'])?.split(',').at(-1)?.trim() : undefined;
  const givenId = trusted > 0 ? first(headers['x-request-id']) : undefined;
  const proto = givenProto === 'https' || (!givenProto && options.secure) ? 'https' : 'http';
  return {
    address,
    client: passed?.client ?? null,
    proto,
    host: givenHost ?? headers.host ?? '',
    requestId: givenId && plainId.test(givenId) ? givenId : randomUUID(),
  };
}

function bodyRefusal({ headers }: IncomingMessage, path: string): [number, string] | null {
  const length = headers['content-length'];
  const larger = length === undefined ? null : tooLarge(path, Number(length));
  if (larger) return [413, larger];
  if (length === undefined && headers['transfer-encoding'] !== undefined) {
    return [411, 'The request does not say how long it is: send Content-Length.'];
  }
  return null;
}

/** The headers by which the app learns what the server found out; those that a client made up are gone first. */
function tell(request: IncomingMessage, facts: Facts): void {
  stripProxyHeaders(request);
  request.headers['x-request-id'] = facts.requestId;
  request.headers['x-standby-address'] = facts.address;
  if (facts.client) request.headers['x-standby-network'] = networkHeader(facts.client);
  request.headers['x-standby-proto'] = facts.proto;
  request.headers['x-standby-host'] = facts.host;
  request.headers['x-forwarded-for'] = facts.address;
  request.headers['x-forwarded-proto'] = facts.proto;
  request.headers['x-forwarded-host'] = facts.host;
}

interface Serving extends WebServerOptions {
  bodies: BodyRoom;
  ready: () => Promise<AppHandler | null>;
  inTurn: ReturnType<typeof fairly>;
}

async function handle(request: IncomingMessage, response: ServerResponse, options: Serving): Promise<void> {
  const target = requestTarget(request.url);
  const caller = readFacts(request, options);
  const path = 'path' in target ? target.path : '';
  const route = findFastRoute(path, request.method ?? 'GET');
  // A bare route brings all of its headers itself.
  const least = route?.bare ? [] : leastHeaders(path, caller.proto === 'https');
  for (const [name, value] of least) response.setHeader(name, value);
  if ('refused' in target) return refuse(request, response, 400, target.refused);
  const facts = { ...caller, ...target };
  if (route?.bare) return await route.handle(request, response, facts);
  tell(request, facts);
  const refusal = bodyRefusal(request, target.path);
  if (refusal) return refuse(request, response, ...refusal);
  if (!(await options.bodies.enter(request, response, facts.client ?? facts.address)))
    return refuse(request, response, 503, 'Many pictures are being taken in. Send yours again in a moment.');
  if (route) return await route.handle(request, response, facts);
  if (!pageMethods.includes(request.method ?? '')) {
    response.setHeader('Allow', pageMethods.join(', '));
    return refuse(request, response, 405, `A page answers to ${pageMethods.join(', ')} only.`);
  }
  // Its own files take no form; in development it hears from its pages there.
  if (request.method === 'POST' && target.path.startsWith('/_') && !options.upgrades) {
    response.setHeader('Allow', 'GET, HEAD');
    return refuse(request, response, 405, 'Nothing is sent to this address.');
  }
  const unread = await formRefusal(request, response, target.path);
  if (unread) return refuse(request, response, ...unread);
  response.setHeader('X-Request-Id', facts.requestId);
  const app = await options.ready();
  if (!app) return refuse(request, response, 503, 'Standby is starting. Please try again in a moment.');
  // Its files are read and sent as they are, and may be taken slowly.
  if (target.path.startsWith('/_next/static/')) return await app.request(request, response);
  const drawn = await options.inTurn(callerOf(request, facts), async () => {
    if (!request.socket.destroyed) await app.request(request, response);
    return true;
  });
  if (!drawn) refuse(request, response, 503, tooMany);
}

/** So long, in milliseconds, an answer waits for its reader to take some of it. */
const unreadMs = 60_000;

/** So long, in milliseconds, a connection is kept for a next request: longer than a proxy in front keeps its own. */
const idleMs = 72_000;

/** How long a request waits for Next, in milliseconds: a start takes a few seconds. */
const startMs = 25_000;

/** Next's handler as soon as there is one, or null when that takes too long. */
function whenReady(coming: Promise<AppHandler>): () => Promise<AppHandler | null> {
  let there: AppHandler | null = null;
  const known = coming.then((app) => {
    there = app;
    return app;
  });
  known.catch(() => {});
  return async () => {
    if (there) return there;
    const timeout = new AbortController();
    const late = pause(startMs, timeout.signal).then(() => null);
    return await Promise.race([known, late]).finally(() => timeout.abort());
  };
}

function answerFailure(request: IncomingMessage, response: ServerResponse): void {
  if (response.headersSent) response.destroy();
  else refuse(request, response, 500, 'Something went wrong on our side. Please try again.');
}

/** A node:http server: the fast table first, everything else to Next in the same process. */
export function createWebServer(options: WebServerOptions): Server {
  const serving: Serving = {
    bodies: new BodyRoom(),
    ...options,
    ready: whenReady(options.app),
    inTurn: fairly(pagesAtOnce, ofCaller),
  };
  const server = createServer({
    headersTimeout: 10_000,
    requestTimeout: 300_000,
    keepAliveTimeout: options.idleMs ?? idleMs,
    connectionsCheckingInterval: 2_000,
    maxHeaderSize: 16_384,
    noDelay: true,
  });
  server.on('request', (request, response) => {
    // Of the answer and not of the server: who listens there keeps Node from ending connections that wait for nothing.
    response.setTimeout(options.unreadMs ?? unreadMs, () => {
      if (request.socket.writableLength > 0) request.socket.destroy();
    });
    inLine(request, response, () => {
      handle(request, response, serving).catch((error: unknown) => {
        options.failed?.(error);
        answerFailure(request, response);
      });
    });
  });
  server.on('clientError', refuseOnSocket);
  return server;
}
