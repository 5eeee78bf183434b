import { isInTrouble, mayPass } from '@/lib/database/database-errors';
import type { Context } from '@/lib/platform/context';
import { raiseConcern } from '@/lib/platform/process/concerns';
import { logger } from '@/lib/platform/process/log';
import { type Running, repeat } from '@/lib/platform/process/repeat';
import { fileAdmitted } from '@/lib/reports/commands/file';
import { readSpooled, type Spool, spool } from './spool';

const restMs = 2_000;

/** `later`: not because of its database, or of its words; it stays, and the others go on. */
type Outcome = 'stored' | 'away' | 'later' | 'unusable';

const notStored =
  'A report that was kept while the database was away is not stored yet, though the database is well. It stays in the spool folder and is tried again.';

/** The machine cannot read it at the moment, which says nothing of what is in it. */
const isOfFile = (error: unknown): boolean => (error as NodeJS.ErrnoException).syscall !== undefined;

async function replayOne(from: Spool, name: string): Promise<Outcome> {
  try {
    const text = await from.folder.get(name);
    if (text === null) return 'stored';
    const { context, admission } = readSpooled(text);
    const filed = await fileAdmitted(context as Context, admission);
    logger().info({ ref: filed.ref }, 'spool: stored a report that came while the database was away');
  } catch (error) {
    if (await isInTrouble(error)) return 'away';
    if (mayPass(error) || isOfFile(error)) {
      const why = error instanceof Error ? error.message : String(error);
      await raiseConcern('spooled report', `${notStored} ${why}`, 1);
      return 'later';
    }
    logger().error({ err: error, file: name }, 'spool: a kept report cannot be stored and was set aside');
    return 'unusable';
  }
  return 'stored';
}

/**
 * Stores what was kept, oldest first. A file goes only after its report is committed; one that is stored twice,
 * because the process died in between or another one is at it too, is one report by its client key.
 * @returns how many are stored now
 */
export async function replaySpool(from: Spool = spool()): Promise<number> {
  let stored = 0;
  const names = await from.folder.names();
  if (names.length === 0) await from.emptied();
  for (const name of names) {
    const outcome = await replayOne(from, name);
    if (outcome === 'away') return stored;
    if (outcome === 'unusable') await from.folder.setAside(name);
    else if (outcome === 'stored') {
      await from.folder.remove(name);
      stored += 1;
    }
  }
  return stored;
}

/** Looks for kept reports for as long as the process runs. To be run by every process that takes reports, and the worker. */
export function startSpoolReplay(from: Spool = spool()): Running {
  return repeat(() => replaySpool(from), { everyMs: restMs, failed: 'spool: trying again' });
}
