import { startStanding } from '@/scripts/trial/standing';
import type { Trial, TrialCase } from '@/scripts/trial/trial';
import type { Finding } from './finding';
import { withoutWrites } from './without-writes';

async function run(trial: Trial): Promise<Finding[]> {
  const standing = await startStanding(trial);
  const change = async (to: string) => {
    await standing.database.pool.query(`alter system ${to}`);
    await standing.database.pool.query('select pg_reload_conf()');
  };
  return await withoutWrites(trial, standing, {
    begin: () => change('set default_transaction_read_only = on'),
    end: () => change('reset default_transaction_read_only'),
    says: 'the database takes no writes',
    partly: false,
    seconds: trial.small ? 6 : 90,
  });
}

/** The server is there and refuses every write, as when its disk is nearly full or somebody works on it. */
export const databaseReadOnly: TrialCase<Finding> = {
  name: 'database-read-only',
  title: 'The database without writes for a while under reports, readers and members',
  run,
};
