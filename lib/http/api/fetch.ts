import { answerApi } from './dispatch';
import { fetchResponse } from './fetch-response';

/** The API for Next, which serves it alone in development and under plain `next start`. */
export async function answerFetch(request: Request): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url);
  const { method, headers, body } = request;
  const answer = await answerApi({ method, headers, body, path: pathname, query: searchParams });
  return fetchResponse(method === 'HEAD' ? { ...answer, body: null } : answer);
}
