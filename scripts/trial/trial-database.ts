import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { type EmbeddedDatabase, startEmbedded } from '@/lib/database/postgres/embedded';
import { trialPort } from './ports';
import { childrenOf } from './processes';

export interface TrialDatabase {
  /** As its owner. */
  url: string;
  /** As the application. */
  applicationUrl: string;
  /** Connections of the trial itself, as the owner. */
  pool: pg.Pool;
  /** Where its cluster lies. */
  folder: string;
  /** Ends the server; its address stays. */
  stop(): Promise<void>;
  start(): Promise<void>;
  /** Holds every process of the server: connections stay open, and nothing answers on them. */
  freeze(): void;
  thaw(): void;
  /** For good. */
  close(): Promise<void>;
}

/** A PostgreSQL of the trial's own, so that it can be stopped under the product. Durable, as a real one. */
export async function startTrialDatabase(folder: string): Promise<TrialDatabase> {
  const dataDir = join(folder, 'database');
  const port = await trialPort();
  let server: EmbeddedDatabase | null = await startEmbedded({ dataDir, port });
  const { url, applicationUrl } = server;
  const pool = new pg.Pool({ connectionString: url, max: 8, application_name: 'trial' });
  pool.on('error', () => {});
  let frozen = false;
  const signal = (name: 'SIGSTOP' | 'SIGCONT'): void => {
    if (!server) throw new Error('The database does not run.');
    const lines = readFileSync(join(server.dataDir, 'cluster', 'postmaster.pid'), 'utf8').split('\n');
    const postmaster = Number(lines[0]);
    frozen = name === 'SIGSTOP';
    for (const pid of [postmaster, ...childrenOf(postmaster)]) process.kill(pid, name);
  };
  const stop = async (): Promise<void> => {
    if (frozen) signal('SIGCONT');
    await server?.stop();
    server = null;
  };
  return {
    url,
    applicationUrl,
    folder: server.dataDir,
    pool,
    stop,
    freeze: () => signal('SIGSTOP'),
    thaw: () => signal('SIGCONT'),
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
