import { prepareDatabase } from '@/lib/database/postgres/roles';
import { parseSettings } from '@/lib/platform/process/environment';
import { generateClient } from '@/scripts/generate-client';
import { openDatabase } from './database';
import { completeEnvironment } from './environment';
import { chooseInstallation, type Installation } from './installation';

/**
 * Runs a command of the command line on the installation that `start` would use: joins its database when it is
 * running, else starts it for as long as the command takes.
 */
export async function withInstallation<T>(
  work: (found: Installation & { applied: string[] }) => Promise<T>,
): Promise<T> {
  const settings = parseSettings(process.env);
  const installation = chooseInstallation(settings);
  const database = await openDatabase(settings, installation);
  try {
    const { applied } = await prepareDatabase(database);
    Object.assign(process.env, completeEnvironment(settings, installation, database));
    await generateClient();
    const { closeDatabase } = await import('@/lib/database/db');
    return await work({ ...installation, applied }).finally(closeDatabase);
  } finally {
    await database.stop();
  }
}
