import { join } from 'node:path';
import pg from 'pg';
import { type EmbeddedDatabase, startEmbedded } from '@/lib/platform/postgres/embedded';
import { trialPort } from './ports';

export interface TrialDatabase {
  url: string;
  /** Connections of the trial itself. */
  pool: pg.Pool;
  /** Ends the server; its address stays. */
  stop(): Promise<void>;
  start(): Promise<void>;
  /** For good. */
  close(): Promise<void>;
}

/** A PostgreSQL of the trial's own, so that it can be stopped under the product. Durable, as a real one. */
export async function startTrialDatabase(folder: string): Promise<TrialDatabase> {
  const dataDir = join(folder, 'database');
  const port = await trialPort();
  let server: EmbeddedDatabase | null = await startEmbedded({ dataDir, port });
  const { url } = server;
  const pool = new pg.Pool({ connectionString: url, max: 8, application_name: 'trial' });
  pool.on('error', () => {});
  const stop = async (): Promise<void> => {
    await server?.stop();
    server = null;
  };
  return {
    url,
    pool,
    stop,
    start: async () => {
      server ??= await startEmbedded({ dataDir, port });
      if (server.url !== url) throw new Error('The database came back under another address.');
    },
    close: async () => {
      await pool.end();
      await stop();
    },
  };
}
