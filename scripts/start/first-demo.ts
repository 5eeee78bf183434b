import { keepSignIns, readSignIns } from '@/lib/demo/sign-ins';
import { type DemoSignIn, makeDemo } from '@/lib/demo/make';
import { db, pool } from '@/lib/platform/db';
import { migrate } from '@/lib/platform/migrate';
import { showProgress } from './progress';

/**
 * The sign-ins of the demo, which is made when there is none. They are kept last, so a demo without them was cut off
 * half-way: it is thrown away and made again.
 */
export async function firstDemo(dataDir: string): Promise<DemoSignIn[]> {
  const kept = await readSignIns(dataDir);
  if (kept) return kept;
  const progress = showProgress('Making the demo');
  try {
    if ((await db().member.count()) > 0) await emptyDatabase();
    const signIns = await makeDemo((line) => progress.note(line));
    await keepSignIns(dataDir, signIns);
    progress.done();
    return signIns;
  } catch (error) {
    progress.failed();
    throw error;
  }
}

async function emptyDatabase(): Promise<void> {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error('DATABASE_URL is not set.');
  await pool().query('drop schema if exists pgboss cascade; drop schema public cascade; create schema public');
  await migrate(url);
}
