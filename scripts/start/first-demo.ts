import { type DemoSignIn, makeDemo } from '@/lib/demo/make';
import { keepSignIns, readSignIns } from '@/lib/demo/sign-ins';
import { db, pool } from '@/lib/platform/db';
import { migrate } from '@/lib/platform/migrate';
import { withProgress } from './progress';

/**
 * The sign-ins of the demo, which is made when there is none. They are kept last, so a demo without them was cut off
 * half-way: it is thrown away and made again.
 */
export async function firstDemo(dataDir: string): Promise<DemoSignIn[]> {
  const kept = await readSignIns(dataDir);
  if (kept) return kept;
  return await withProgress(
    'Making the demo: people, services, the last weeks',
    'The demo is made',
    async () => {
      if ((await db().member.count()) > 0) await emptyDatabase();
      const signIns = await makeDemo();
      await keepSignIns(dataDir, signIns);
      return signIns;
    },
  );
}

async function emptyDatabase(): Promise<void> {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error('DATABASE_URL is not set.');
  await pool().query(
    'drop schema if exists pgboss cascade; drop schema public cascade; create schema public',
  );
  await migrate(url);
}
