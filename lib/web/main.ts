import { endInOrder, printToWhoeverReads, type Step } from '@/lib/platform/process/ending';
import { settings } from '@/lib/platform/process/environment';
import { pause } from '@/lib/platform/process/pause';
import { readCachedDocuments } from '@/lib/status/documents/disk-cache';
import { swapDocuments } from '@/lib/status/documents/store';
import type { PassedOn } from '@/lib/web/incoming/passed-on';
import { documentRoute } from '@/lib/web/routes/document-route';
import { addFastRoute } from '@/lib/web/routes/fast-routes';
import { listen } from './listen';
import { type AppHandler, createWebServer } from './server';
import { drain } from './shutdown';

/*
 * The web process. What stands above is small on purpose: the last published bytes are served first, and only then
 * the database, the renderer and Next are loaded, by `await import()`.
 */

/** How long a start waits for a first request before it loads the rest, in milliseconds. */
const graceMs = 150;

async function logFailure(error: unknown): Promise<void> {
  const { logger } = await import('@/lib/platform/process/log');
  logger().error({ err: error }, 'a request failed');
}

async function tell(request: PassedOn): Promise<void> {
  const { tellOfProxy } = await import('./tell-of-proxy');
  await tellOfProxy(request);
}

async function main(): Promise<void> {
  printToWhoeverReads();
  const { host, port, url, dataDir, trustedProxies } = settings();
  const stored = readCachedDocuments(dataDir);
  if (stored) swapDocuments(stored);
  addFastRoute(documentRoute);

  const app = Promise.withResolvers<AppHandler>();
  app.promise.catch(() => {});
  const server = createWebServer({
    trustedProxies,
    secure: url.startsWith('https:'),
    app: app.promise,
    upgrades: process.env.NODE_ENV === 'development',
    failed: (error) => void logFailure(error),
    passedOn: (request) => void tell(request),
  });
  let stopParts = async (_step: Step): Promise<void> => {};
  endInOrder(async (step) => {
    await step('requests under way', drain(server));
    await stopParts(step);
  });
  const answered = new Promise<void>((resolve) => {
    server.once('request', (_request, response) => response.once('finish', resolve));
  });
  await listen(server, host, port);

  // Loading Next holds the process up for some hundred milliseconds: whoever waited for the restart comes first.
  await Promise.race([answered, pause(graceMs)]);
  const { startWebParts } = await import('./parts');
  stopParts = await startWebParts(app.resolve);
  process.send?.({ ready: true });
}

main().catch((error: unknown) => {
  process.stderr.write(`The web server could not start: ${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
});
