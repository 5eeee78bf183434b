import { Agent, type IncomingHttpHeaders, request } from 'node:http';

export interface Asked {
  method?: string;
  /** Sent as JSON; bytes as they are, with a content-type among the headers. */
  body?: unknown;
  headers?: Record<string, string>;
  /** In milliseconds for the whole answer; 10 s unless said. */
  timeout?: number;
  agent?: Agent;
}

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
  /** From asking to the last byte, in milliseconds. */
  ms: number;
}

const noReuse = new Agent({ keepAlive: false });

function bytesOf(body: unknown): Uint8Array | undefined {
  if (body === undefined || body instanceof Uint8Array) return body;
  return Buffer.from(JSON.stringify(body));
}

/** One request over loopback, on a connection of its own unless an agent is given. Rejects when no answer comes in time. */
export async function ask(url: string, asked: Asked = {}): Promise<Answer> {
  const began = performance.now();
  const body = bytesOf(asked.body);
  const headers = {
    ...(body ? { 'content-type': 'application/json', 'content-length': String(body.byteLength) } : {}),
    ...asked.headers,
  };
  const limit = asked.timeout ?? 10_000;
  return await new Promise<Answer>((resolve, reject) => {
    const sent = request(
      url,
      { method: asked.method ?? (body ? 'POST' : 'GET'), headers, agent: asked.agent ?? noReuse },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          clearTimeout(timer);
          const text = Buffer.concat(chunks).toString('utf8');
          const ms = performance.now() - began;
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text, ms });
        });
        response.on('aborted', () => reject(new Error('The answer was cut off.')));
      },
    );
    const timer = setTimeout(() => sent.destroy(new Error(`No answer within ${limit} ms.`)), limit);
    sent.on('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    sent.end(body);
  });
}

/** As `ask`, with null for no answer at all. */
export async function askOrNull(url: string, asked: Asked = {}): Promise<Answer | null> {
  return await ask(url, asked).catch(() => null);
}
