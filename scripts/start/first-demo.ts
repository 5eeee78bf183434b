import { Client } from 'pg';
import { db } from '@/lib/database/db';
import { type DatabaseAccess, prepareDatabase } from '@/lib/database/postgres/roles';
import { tellStandby } from '@/scripts/demo/fleet/tell-standby';
import { type DemoSignIn, makeDemo } from '@/scripts/demo/story/make';
import { keepSignIns, readSignIns } from '@/scripts/demo/story/sign-ins';
import { withProgress } from './progress';

/** The servers that run for the demo, and where their store finds Standby. */
export interface DemoFleet {
  folder: string;
  standby: string;
}

/**
 * The sign-ins of the demo, which is made when there is none. They are kept last, so a demo without them was cut off
 * half-way: it is thrown away and made again.
 * @param fleet none where its servers run elsewhere, or not at all
 */
export async function firstDemo(
  dataDir: string,
  database: DatabaseAccess,
  fleet: DemoFleet | null,
): Promise<DemoSignIn[]> {
  const kept = await readSignIns(dataDir);
  if (kept) {
    if (fleet) await bringUpToDate(fleet);
    return kept;
  }
  return await withProgress(
    'Making the demo: people, services, the last weeks',
    'The demo is made',
    async () => {
      if ((await db().member.count()) > 0) await emptyDatabase(database);
      const signIns = await makeDemo();
      if (fleet) await tellStandby(fleet.folder, fleet.standby, true);
      await keepSignIns(dataDir, signIns);
      return signIns;
    },
  );
}

/** Somebody may have changed the demo so much that its fleet does not fit in any more; it starts all the same. */
async function bringUpToDate({ folder, standby }: DemoFleet): Promise<void> {
  try {
    await tellStandby(folder, standby, false);
  } catch (error) {
    const { message } = error as Error;
    process.stdout.write(`The addresses of the demo’s servers could not be brought up to date: ${message}\n`);
  }
}

async function emptyDatabase(database: DatabaseAccess): Promise<void> {
  const owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner
    .query('drop schema if exists pgboss cascade; drop schema public cascade; create schema public')
    .finally(() => owner.end());
  await prepareDatabase(database);
}
