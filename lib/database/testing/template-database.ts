import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '@/lib/database/migrate';
import { startEmbedded } from '@/lib/database/postgres/embedded';

declare module 'vitest' {
  export interface ProvidedContext {
    database: { adminUrl: string; template: string };
  }
}

const template = 'standby_template';

/** Runs once before the database tests: a PostgreSQL of their own with one migrated database to copy. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'standby-tests-'));
  const server = await startEmbedded({ dataDir, durable: false });
  const teardown = async () => {
    await server.stop();
    rmSync(server.dataDir, { recursive: true, force: true });
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    project.provide('database', { adminUrl: server.url, template });
    await makeTemplate(server.url);
  } catch (error) {
    await teardown();
    throw error;
  }
  return teardown;
}

async function makeTemplate(adminUrl: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  await client.query(`create database ${template}`).finally(() => client.end());
  const address = new URL(adminUrl);
  address.pathname = `/${template}`;
  await migrate(address.href);
}
