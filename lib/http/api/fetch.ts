import { answerApi } from './dispatch';
import { fetchResponse } from './fetch-response';

/** The API for Next, which serves it alone in development and under plain `next start`. */
export async function answerFetch(request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const { method, headers, body } = request;
  const answer = await answerApi({ method, headers, body, path: pathname, query: search.slice(1) });
  return fetchResponse(method === 'HEAD' ? { ...answer, body: null } : answer);
}
