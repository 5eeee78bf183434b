import type { IncomingMessage, ServerResponse } from 'node:http';

const mostBytes = 64 * 1024;

/** The body as text. @throws when it is larger than 64 KB */
export async function readText(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > mostBytes) throw new Error('The body is larger than 64 KB.');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** The body as JSON, or undefined when it is none. */
export async function readBody(request: IncomingMessage): Promise<unknown> {
  try {
    return JSON.parse(await readText(request));
  } catch {
    return undefined;
  }
}

export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  const text = `${JSON.stringify(body)}\n`;
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    ...headers,
  });
  response.end(text);
}
