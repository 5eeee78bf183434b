import next from 'next';
import { settings } from '@/lib/platform/env';
import type { AppHandler } from './server';

export interface NextApp {
  handler: AppHandler;
  close: () => Promise<void>;
}

/** Next in this process, behind our server: it gets the requests that the fast table does not answer. */
export async function loadNext(): Promise<NextApp> {
  const dev = process.env.NODE_ENV === 'development';
  const { host, port } = settings();
  const app = next({ dev, dir: process.cwd(), hostname: host, port });
  const handle = app.getRequestHandler();
  await app.prepare();
  return {
    handler: { request: (request, response) => handle(request, response) },
    close: () => app.close(),
  };
}
