import type { IncomingMessage, ServerResponse } from 'node:http';
import { headerContext } from '@/lib/auth/request-context';
import { problemOf } from '@/lib/http/problem';
import { staffAudience } from '@/lib/live/audience';
import { startLiveUpkeep } from '@/lib/live/session-watch';
import { streamToNode } from '@/lib/live/streams';
import type { Audience } from '@/lib/live/topics';
import { AppError } from '@/lib/platform/errors';
import { reporterAudience } from '@/lib/tracking/reporter-audience';
import { addFastRoute, type RequestFacts } from './fast-routes';
import { onShutdown } from './shutdown';

/** Streams one address may hold open: enough for an office behind one address, too few to exhaust the process. */
const perAddress = 500;
const open = new Map<string, number>();

const reporterPath = /^\/api\/v1\/tracking\/([^/]+)\/live$/;

async function audienceOf(request: IncomingMessage, facts: RequestFacts): Promise<Audience> {
  const token = reporterPath.exec(facts.path)?.[1];
  if (token) return await reporterAudience(token);
  const { headers } = request;
  const source = { get: (name: string) => (headers[name] === undefined ? null : String(headers[name])) };
  return staffAudience((await headerContext(source)).actor);
}

function answerProblem(response: ServerResponse, error: unknown): void {
  const problem = problemOf(error);
  response.writeHead(problem.status, {
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
  });
  response.end(JSON.stringify(problem));
}

async function stream(
  request: IncomingMessage,
  response: ServerResponse,
  facts: RequestFacts,
): Promise<void> {
  const count = open.get(facts.address) ?? 0;
  try {
    if (count >= perAddress) {
      throw new AppError('rate_limited', 'Too many pages of this network are open at once. Close some.', {
        retryAfter: 30,
      });
    }
    const audience = await audienceOf(request, facts);
    open.set(facts.address, (open.get(facts.address) ?? 0) + 1);
    response.on('close', () => {
      const left = (open.get(facts.address) ?? 1) - 1;
      if (left > 0) open.set(facts.address, left);
      else open.delete(facts.address);
    });
    await streamToNode(request, response, audience);
  } catch (error) {
    if (response.headersSent) response.end();
    else answerProblem(response, error);
  }
}

/** Puts the streams of hints into the fast lane, where a client costs a tenth of the memory. */
export function addLiveRoutes(): void {
  addFastRoute({
    name: 'live',
    match: (path, method) => method === 'GET' && (path === '/api/v1/live' || reporterPath.test(path)),
    handle: stream,
  });
  const upkeep = startLiveUpkeep();
  onShutdown(() => upkeep.stop());
}
