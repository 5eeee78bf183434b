import { createRequire } from 'node:module';
import next from 'next';
import { PHASE_DEVELOPMENT_SERVER, PHASE_PRODUCTION_SERVER } from 'next/constants.js';
import { settings } from '@/lib/platform/process/environment';
import type { AppHandler } from './server';

const { default: readConfig } = createRequire(import.meta.url)(
  'next/dist/server/config',
) as typeof import('next/dist/server/config');

export interface NextApp {
  handler: AppHandler;
  close: () => Promise<void>;
}

/** Next in this process, behind our server: it gets the requests that the fast table does not answer. */
export async function loadNext(): Promise<NextApp> {
  const dev = process.env.NODE_ENV === 'development';
  const { host, port } = settings();
  const dir = process.cwd();
  // Next tells the terminal how long its own reading of the configuration took, unless that was read before.
  await readConfig(dev ? PHASE_DEVELOPMENT_SERVER : PHASE_PRODUCTION_SERVER, dir, { silent: true });
  const app = next({ dev, dir, hostname: host, port });
  const handle = app.getRequestHandler();
  await app.prepare();
  return {
    handler: { request: (request, response) => handle(request, response) },
    close: () => app.close(),
  };
}
