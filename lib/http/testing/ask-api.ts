import { answerFetch } from '@/lib/http/api/fetch';

/** Asks the API as Next would: by method and path below /api/v1. An object is sent as JSON. */
export async function askApi(
  method: string,
  path: string,
  { headers = {}, body }: { headers?: Record<string, string>; body?: unknown } = {},
): Promise<Response> {
  const isJson = body !== undefined && typeof body !== 'string' && !(body instanceof Uint8Array);
  const sent = isJson ? JSON.stringify(body) : (body as string | Uint8Array<ArrayBuffer> | undefined);
  return await answerFetch(
    new Request(`http://standby.test/api/v1${path}`, {
      method,
      headers: { ...(isJson ? { 'content-type': 'application/json' } : {}), ...headers },
      ...(sent === undefined ? {} : { body: sent }),
    }),
  );
}
