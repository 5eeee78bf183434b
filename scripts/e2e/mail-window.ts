import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { z } from 'zod';
import type { MailCatcher } from './mail-catcher';

const behaviour = z.object({
  mode: z.enum(['accept', 'put-off', 'refuse', 'drop']),
  delay: z.coerce.number().int().min(0).default(0),
});

/**
 * The caught mails over HTTP, for tests in another process: `GET /messages?to=address`, `DELETE /messages`,
 * `PUT /behaviour?mode=put-off&delay=200`.
 */
export async function openMailWindow(catcher: MailCatcher, port: number): Promise<Server> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const { status, body } = answer(catcher, request.method ?? 'GET', url);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

function answer(catcher: MailCatcher, method: string, url: URL): { status: number; body: unknown } {
  const route = `${method} ${url.pathname}`;
  if (route === 'GET /messages') {
    const to = url.searchParams.get('to')?.toLowerCase();
    return { status: 200, body: catcher.mails.filter((mail) => !to || mail.recipients.includes(to)) };
  }
  if (route === 'DELETE /messages') {
    return { status: 200, body: { removed: catcher.mails.splice(0).length } };
  }
  if (route === 'PUT /behaviour') {
    const wanted = behaviour.safeParse(Object.fromEntries(url.searchParams));
    if (!wanted.success) return { status: 400, body: { error: 'mode is accept, put-off, refuse or drop' } };
    catcher.behave(wanted.data.mode, wanted.data.delay);
    return { status: 200, body: wanted.data };
  }
  return { status: 404, body: { error: `There is no ${route} here.` } };
}
