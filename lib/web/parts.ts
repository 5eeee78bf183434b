import '@/lib/nouns';
import { closeDatabase } from '@/lib/database/db';
import { startSpoolReplay } from '@/lib/spool/replay';
import { ensureDocuments, stopDocuments } from '@/lib/status/documents/loader';
import { addReportRoute } from './api-route';
import { addLiveRoutes } from './live-routes';
import { loadNext } from './next-app';
import type { AppHandler } from './server';

/** Everything of the web process that may come after its first answer. */
export async function startWebParts(
  ready: (handler: AppHandler) => void,
): Promise<{ stop: () => Promise<void> }> {
  const documents = ensureDocuments();
  addLiveRoutes();
  addReportRoute();
  // What this process kept lies in its own data folder, where no worker may look.
  const replay = startSpoolReplay();
  const next = await loadNext();
  ready(next.handler);
  await documents;
  return {
    stop: async () => {
      await stopDocuments();
      await replay.stop();
      await next.close();
      await closeDatabase();
    },
  };
}
