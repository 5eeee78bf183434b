import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import { db } from '@/lib/database/db';
import { addApiRoute } from '@/lib/web/routes/api-route';
import { runServer } from '@/lib/web/testing/running-server';
import type { Caller } from './callers';

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

export interface Call {
  method: string;
  path: string;
  body?: object | Uint8Array | undefined;
  headers?: Record<string, string>;
}

export const apiBase = '/api/v1';

/**
 * Somebody at the door of a server that believes one proxy. Each call comes from a network of its own, so that limits
 * of one do not meet another. A stream is left at once.
 */
export function doorTo(url: string) {
  const { port } = new URL(url);
  const agent = new Agent({ keepAlive: true });
  let calls = 0;

  /** Asks for a path as it is written, whatever stands there. */
  async function ask(caller: Caller, { method, path, body, headers = {} }: Call): Promise<Answer> {
    calls += 1;
    const bytes = body instanceof Uint8Array ? body : Buffer.from(JSON.stringify(body ?? {}));
    const sent = method === 'GET' || method === 'HEAD' ? null : bytes;
    const given = {
      ...caller.headers,
      ...(sent ? { 'content-length': sent.byteLength, origin: url } : {}),
      ...(sent && !(body instanceof Uint8Array) ? { 'content-type': 'application/json' } : {}),
      'x-forwarded-for': `10.${(calls >> 8) & 255}.${calls & 255}.1`,
      ...headers,
    };
    const to = { host: '127.0.0.1', port, path, method, headers: given, agent };
    return await new Promise((resolve, reject) => {
      const asked = request(to, async (answer) => {
        const head = { status: answer.statusCode ?? 0, headers: answer.headers };
        if (answer.headers['content-type']?.startsWith('text/event-stream')) {
          answer.destroy();
          return resolve({ ...head, body: '' });
        }
        const chunks: Buffer[] = [];
        for await (const chunk of answer) chunks.push(chunk);
        resolve({ ...head, body: Buffer.concat(chunks).toString() });
      });
      asked.on('error', reject);
      asked.end(sent ?? undefined);
    });
  }

  const call = (caller: Caller, { path, ...rest }: Call): Promise<Answer> =>
    ask(caller, { ...rest, path: apiBase + path });
  return { ask, call, close: () => agent.destroy() };
}

export type Door = ReturnType<typeof doorTo>;

/** The API as the web process serves it, on a port of loopback. */
export async function openDoor() {
  addApiRoute();
  const running = await runServer(async (_, response) => void response.writeHead(599).end(), {
    trustedProxies: 1,
  });
  const door = doorTo(running.url);
  async function close(): Promise<void> {
    door.close();
    await running.stop();
  }
  return { ...door, close };
}

/** How much was ever done: every act leaves an event. */
export async function eventsSoFar(): Promise<number> {
  return await db().event.count();
}
