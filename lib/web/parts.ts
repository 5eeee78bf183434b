import '@/lib/nouns';
import { closeDatabase } from '@/lib/database/db';
import { startRememberingKeys } from '@/lib/http/routes/caller-of-report';
import { startLiveUpkeep } from '@/lib/live/session-watch';
import { endConcern } from '@/lib/platform/process/concerns';
import type { Step } from '@/lib/platform/process/ending';
import { settings } from '@/lib/platform/process/environment';
import { startSpoolReplay } from '@/lib/spool/replay';
import { ensureDocuments, stopDocuments } from '@/lib/status/documents/loader';
import { addApiRoute } from '@/lib/web/routes/api-route';
import { loadNext } from './next-app';
import type { AppHandler } from './server';
import { onShutdown } from './shutdown';

/** Everything of the web process that may come after its first answer. @returns what stops it */
export async function startWebParts(
  ready: (handler: AppHandler) => void,
): Promise<(step: Step) => Promise<void>> {
  const documents = ensureDocuments();
  // In development Next answers the API too, because it alone loads what was just changed.
  if (process.env.NODE_ENV !== 'development') addApiRoute();
  const upkeep = startLiveUpkeep();
  onShutdown(() => upkeep.stop());
  // What this process kept lies in its own data folder, where no worker may look.
  const replay = startSpoolReplay();
  const keys = startRememberingKeys();
  if (settings().trustedProxies > 0) await Promise.all([endConcern('proxy'), endConcern('unknown proxy')]);
  const next = await loadNext();
  ready(next.handler);
  await documents;
  return async (step) => {
    await Promise.allSettled([
      step('documents', stopDocuments()),
      step('spool', replay.stop()),
      step('keys', keys.stop()),
      step('pages', next.close()),
    ]);
    await step('database', closeDatabase());
  };
}
