import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cliContext } from '@/lib/platform/context';
import { changeSettings } from '@/lib/settings/commands/change';
import { settingsInForce } from '@/lib/settings/in-force';

export interface Target {
  url: string;
  port: number;
  /** Requests so far. */
  asked: string[];
  stop: () => Promise<void>;
}

/** A real server on loopback; the handler may do whatever a broken one does. */
export async function startTarget(handler: RequestListener, at = 0): Promise<Target> {
  const asked: string[] = [];
  const server: Server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.on('error', () => {});
    handler(request, response);
  });
  await new Promise<void>((ready) => server.listen(at, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  const stop = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  };
  return { url: `http://127.0.0.1:${port}`, port, asked, stop };
}

/** Lets Standby call these, and no other private address. */
export async function allowTargets(...targets: Target[]): Promise<void> {
  const { version } = await settingsInForce();
  const allow = targets.map(({ port }) => `127.0.0.1:${port}`);
  await changeSettings(cliContext(), { version, reason: 'For this test', outgoing: { allow } });
}

/** Answers JSON by path; anything else is 404. */
export function jsonHandler(pages: Record<string, unknown>): RequestListener {
  return (request, response) => {
    const page = pages[request.url ?? ''];
    response.statusCode = page === undefined ? 404 : 200;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(page ?? { error: 'not found' }));
  };
}
