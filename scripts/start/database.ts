import { Client } from 'pg';
import { olderVersionRefusal } from '@/lib/database/migrate';
import { type EmbeddedDatabase, startEmbedded } from '@/lib/database/postgres/embedded';
import type { DatabaseAccess } from '@/lib/database/postgres/roles';
import type { Settings } from '@/lib/platform/process/environment';
import { Refusal } from '@/scripts/command';
import { databaseFolder, type Installation } from './installation';

export interface OpenDatabase extends DatabaseAccess {
  directUrl: string;
  /** Only the embedded one has this: it is ours to watch and to stop. */
  embedded?: EmbeddedDatabase;
  stop(): Promise<void>;
}

/**
 * The database of the settings, or the embedded one of the installation, up and new enough.
 * @param port the port of an embedded one that has ended, so that its addresses stay good
 */
export async function openDatabase(
  settings: Settings,
  { dataDir }: Installation,
  port?: number,
): Promise<OpenDatabase> {
  if (settings.databaseUrl) {
    await refuseUnusable(settings.databaseUrl);
    const {
      databaseUrl: url,
      databaseDirectUrl: directUrl = url,
      ownerDatabaseUrl: ownerUrl = url,
    } = settings;
    return { url, directUrl, ownerUrl, stop: async () => {} };
  }
  const log = (line: string) => process.stdout.write(`${line}\n`);
  const embedded = await startEmbedded({ dataDir: databaseFolder(dataDir), port, log });
  const { url: ownerUrl, applicationUrl: url } = embedded;
  return { url, directUrl: url, ownerUrl, embedded, stop: () => embedded.stop() };
}

/** @throws Refusal when PostgreSQL does not answer, does not let us in, or is too old */
export async function refuseUnusable(url: string): Promise<void> {
  const { host } = new URL(url);
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ server_version_num: string }>('show server_version_num');
    const refusal = olderVersionRefusal(Number(rows[0]?.server_version_num));
    if (refusal) throw new Refusal(refusal);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const { message, code } = error as NodeJS.ErrnoException;
    throw new Refusal(`The PostgreSQL at ${host} (DATABASE_URL) cannot be used: ${message || code}.`);
  } finally {
    await client.end().catch(() => {});
  }
}
