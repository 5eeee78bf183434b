import { Agent, request } from 'node:http';
import { db } from '@/lib/database/db';
import { addApiRoute } from '@/lib/web/routes/api-route';
import { runServer } from '@/lib/web/testing/running-server';
import type { Caller } from './callers';

export interface Answer {
  status: number;
  body: string;
}

export interface Call {
  method: string;
  path: string;
  body?: object | Uint8Array | undefined;
  headers?: Record<string, string>;
}

/** The API as the web process serves it, on a port of loopback. */
export async function openDoor() {
  addApiRoute();
  const running = await runServer(async (_, response) => void response.writeHead(599).end(), {
    trustedProxies: 1,
  });
  const agent = new Agent({ keepAlive: true });
  let calls = 0;

  /** Each call comes from a network of its own, so that limits of one do not meet another. A stream is left at once. */
  async function call(caller: Caller, { method, path, body, headers = {} }: Call): Promise<Answer> {
    calls += 1;
    const bytes = body instanceof Uint8Array ? body : Buffer.from(JSON.stringify(body ?? {}));
    const sent = method === 'GET' ? null : bytes;
    const given = {
      ...caller.headers,
      ...(sent ? { 'content-length': sent.byteLength, origin: running.url } : {}),
      ...(sent && !(body instanceof Uint8Array) ? { 'content-type': 'application/json' } : {}),
      'x-forwarded-for': `10.${(calls >> 8) & 255}.${calls & 255}.1`,
      ...headers,
    };
    const to = {
      host: '127.0.0.1',
      port: running.port,
      path: `/api/v1${path}`,
      method,
      headers: given,
      agent,
    };
    return await new Promise((resolve, reject) => {
      const asked = request(to, async (answer) => {
        const status = answer.statusCode ?? 0;
        if (answer.headers['content-type']?.startsWith('text/event-stream')) {
          answer.destroy();
          return resolve({ status, body: '' });
        }
        const chunks: Buffer[] = [];
        for await (const chunk of answer) chunks.push(chunk);
        resolve({ status, body: Buffer.concat(chunks).toString() });
      });
      asked.on('error', reject);
      asked.end(sent ?? undefined);
    });
  }

  async function close(): Promise<void> {
    agent.destroy();
    await running.stop();
  }
  return { call, close };
}

export type Door = Awaited<ReturnType<typeof openDoor>>;

/** How much was ever done: every act leaves an event. */
export async function eventsSoFar(): Promise<number> {
  return await db().event.count();
}
