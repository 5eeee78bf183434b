import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { type EmbeddedDatabase, startEmbedded } from '@/lib/database/postgres/embedded';
import { prepareDatabase } from '@/lib/database/postgres/roles';
import { scratch } from './scratch';

declare module 'vitest' {
  export interface ProvidedContext {
    database: { adminUrl: string; applicationUrl: string; template: string };
  }
}

const template = 'standby_template';

/** Runs once before the database tests: a PostgreSQL of their own with one migrated database to copy. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(scratch(), 'standby-tests-'));
  const server = await startEmbedded({ dataDir, durable: false });
  const teardown = async () => {
    await server.stop();
    rmSync(server.dataDir, { recursive: true, force: true });
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    const { url: adminUrl, applicationUrl } = server;
    project.provide('database', { adminUrl, applicationUrl, template });
    await makeTemplate(server);
  } catch (error) {
    await teardown();
    throw error;
  }
  return teardown;
}

async function makeTemplate({ url, applicationUrl }: EmbeddedDatabase): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`create database ${template}`).finally(() => client.end());
  await prepareDatabase({ ownerUrl: inDatabase(url, template), url: inDatabase(applicationUrl, template) });
}

/** The same server and role, and that database. */
export function inDatabase(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}
