import { type ClientRequestArgs, type IncomingMessage, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { listen } from '@/lib/web/listen';
import { documentRoute } from '@/lib/web/routes/document-route';
import { addFastRoute } from '@/lib/web/routes/fast-routes';
import { type AppHandler, createWebServer, type WebServerOptions } from '@/lib/web/server';

export interface RunningServer {
  server: Server;
  url: string;
  port: number;
  stop: () => Promise<void>;
}

/** The web server on a free port, with an app of the test's own in Next's place. */
export async function runServer(
  app: AppHandler['request'],
  options: Partial<WebServerOptions> = {},
): Promise<RunningServer> {
  addFastRoute(documentRoute);
  const server = createWebServer({
    trustedProxies: 0,
    secure: false,
    upgrades: false,
    app: Promise.resolve({ request: app }),
    ...options,
  });
  await listen(server, '127.0.0.1', 0);
  const { port } = server.address() as AddressInfo;
  return {
    server,
    port,
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export interface Answer {
  status: number;
  headers: IncomingMessage['headers'];
  body: string;
}

/** Sends a path as it is written: `fetch` would tidy it up first. */
export async function ask(
  port: number,
  path: string,
  options: ClientRequestArgs & { body?: string } = {},
): Promise<Answer> {
  const { body, ...rest } = options;
  return await new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, agent: false, ...rest }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          body: Buffer.concat(chunks).toString(),
        }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
