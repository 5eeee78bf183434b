import { apiContentSecurityPolicy, safetyHeaders } from '@/lib/auth/pages/security-headers';
import { networkOfCall } from '@/lib/auth/request-context';
import { readBytes, readObject } from '@/lib/http/body';
import { assertSameOrigin } from '@/lib/http/origin';
import { problemAnswer } from '@/lib/http/problem';
import { checkAnswer } from '@/lib/platform/answers/check-answer';
import { AppError } from '@/lib/platform/errors';
import { refuseUnknownKeys } from '@/lib/platform/input/unknown-keys';
import { urlEncodedFields } from '@/lib/platform/input/utf8';
import { settings } from '@/lib/platform/process/environment';
import { noteIfRefused } from '@/lib/platform/process/note-refusal';
import { asRoute, type Callable, type Route } from '@/lib/platform/route';
import { apiRoutes } from '@/lib/routes';
import { viewAnswer } from './answers';
import { callerOf } from './caller';
import type { Handled } from './handled';
import { matcher } from './match';
import { type ApiAnswer, type ApiRequest, emptyAnswer } from './request';

const base = '/api/v1';
type Row = Callable | Route | Handled;

/** What can be read can be asked for by HEAD, but for a stream: it stays open, and nothing would end it. */
function withHeads(rows: Record<string, Row>): Record<string, Row> {
  const lines = Object.entries(rows).flatMap(([address, row]) => {
    const isStream = 'handle' in row && row.type === 'text/event-stream';
    const head = address.replace(/^GET /, 'HEAD ');
    return isStream || head === address
      ? [[address, row]]
      : [
          [address, row],
          [head, row],
        ];
  });
  return Object.fromEntries(lines);
}

const match = matcher(withHeads(apiRoutes));

/** In bytes, where a route says nothing else. */
const mostRead = 1_000_000;

/** What a command or query is given besides the path: the query string, the body, or the picture that the body is. */
async function inputOf(request: ApiRequest, { takes, limit = mostRead }: Route): Promise<object> {
  const query = urlEncodedFields(request.query);
  if (request.method === 'GET') return Object.fromEntries(query);
  if (takes !== 'picture') return await readObject(request, limit);
  const name = query.get('name') ?? 'picture';
  return { name, bytes: await readBytes(request, limit) };
}

async function call(request: ApiRequest, route: Route, params: Record<string, string>): Promise<ApiAnswer> {
  const acts = request.method !== 'GET';
  const { ctx, given } = await callerOf(route, request.headers, params, acts);
  if (acts) assertSameOrigin(request, ctx);
  const input = { ...(await inputOf(request, route)), ...given };
  if (route.takes !== 'picture') refuseUnknownKeys(route.call.input, input);
  const view = await route.call(ctx, input as never);
  checkAnswer(`${request.method} ${request.path}`, route.call.answer, () => view);
  const answer = viewAnswer(route, view);
  // A page of a search engine would carry the link on.
  if (route.caller === 'link') answer.headers['x-robots-tag'] = 'noindex';
  return answer;
}

async function answerRow(request: ApiRequest, row: Row, params: Record<string, string>): Promise<ApiAnswer> {
  if ('handle' in row) {
    const answer = await row.handle(request, params);
    if (answer.headers['content-type'] === 'application/json')
      checkAnswer(`${request.method} ${request.path}`, row.answer, () => JSON.parse(String(answer.body)));
    return answer;
  }
  return await call(request, asRoute(row), params);
}

async function answerMatch(request: ApiRequest): Promise<ApiAnswer> {
  const found = match(request.method, request.path.slice(base.length));
  if (!found) {
    throw new AppError(
      'not_found',
      `The API has nothing at ${request.path}. GET ${base}/openapi.json lists it.`,
    );
  }
  const asked = request.method === 'HEAD' ? { ...request, method: 'GET' } : request;
  if ('row' in found) return await answerRow(asked, found.row, found.params);
  const allow = [...found.allow, 'OPTIONS'].join(', ');
  if (request.method === 'OPTIONS') return emptyAnswer(204, { allow });
  const answer = problemAnswer(new AppError('not_allowed', `This address answers to ${allow} only.`));
  return { ...answer, headers: { ...answer.headers, allow } };
}

/**
 * Answers a request to the API by the table of routes, with the headers that every answer of it carries. Never throws:
 * what is refused is a problem document.
 */
export async function answerApi(request: ApiRequest): Promise<ApiAnswer> {
  const answer = await answerMatch(request).catch((error: unknown) => {
    const { method, path, headers } = request;
    const block = networkOfCall(headers).addressBlock;
    const asked = { method, path, block };
    return problemAnswer(noteIfRefused(error, { ...asked, requestId: headers.get('x-request-id') }));
  });
  const headers = {
    ...safetyHeaders({ secure: settings().url.startsWith('https://') }),
    'content-security-policy': apiContentSecurityPolicy,
    'cache-control': 'no-store',
    ...answer.headers,
  };
  return { ...answer, headers };
}
