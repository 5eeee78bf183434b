import { shownMs } from '@/scripts/trial/figures';
import { fill } from '@/scripts/trial/fill';
import { type Standing, startStanding } from '@/scripts/trial/standing';
import type { Trial, TrialCase } from '@/scripts/trial/trial';
import { pause, waitFor } from '@/scripts/trial/wait';
import { afterTrouble } from './after-trouble';
import { type Finding, finding } from './finding';
import { startLoad } from './ledger';
import { recovery } from './readers';

interface Backend {
  pid: number;
  name: string;
}

/** The connections of the product: pools, listeners and those of the due work. */
async function backends({ database }: Standing): Promise<Backend[]> {
  const { rows } = await database.pool.query<Backend>(
    `select pid, application_name as name from pg_stat_activity where application_name like 'standby%'`,
  );
  return rows;
}

/** Connections that are open take no writes from now on; new ones do, as they would reach the server that was promoted. */
async function demote({ database }: Standing): Promise<void> {
  const roles = [database.url, database.applicationUrl].map((url) => new URL(url).username);
  for (const role of roles)
    await database.pool.query(`alter role ${role} set default_transaction_read_only = off`);
  await database.pool.query('alter system set default_transaction_read_only = on');
  await database.pool.query('select pg_reload_conf()');
}

/** @returns milliseconds until none of them is left, or null, and the names of those that are */
async function gone(standing: Standing, old: Backend[]): Promise<[number | null, string[]]> {
  const began = performance.now();
  const left = async () => {
    const pids = new Set((await backends(standing)).map(({ pid }) => pid));
    return old.filter(({ pid }) => pids.has(pid));
  };
  const over = await waitFor(
    'the connections to go',
    async () => (await left()).length === 0,
    20_000,
    100,
  ).catch(() => null);
  const names = (await left()).map(({ name }) => name);
  return [over && performance.now() - began, [...new Set(names)]];
}

async function run(trial: Trial): Promise<Finding[]> {
  const standing = await startStanding(trial);
  const { incidents } = await fill(standing);
  // The first incident is left to the update that is looked for.
  const load = startLoad(standing, trial.random, incidents.slice(1), { lanes: trial.small ? 4 : 12 });
  await load.acknowledged(trial.small ? 20 : 500);
  const old = await backends(standing);
  const before = load.ledger.entries.length;
  await demote(standing);
  trial.say(`${old.length} connections of ours lead to a server that takes no writes`);
  const [[went, left], took] = await Promise.all([
    gone(standing, old),
    recovery(standing, incidents[0] ?? ''),
  ]);
  await pause(trial.small ? 1_000 : 20_000);
  const ledger = await load.finish();
  const after = ledger.entries.slice(before);
  const again = after.filter(({ sent }) => sent > 1).length;
  const kinds = [...new Set(old.map(({ name }) => name))].sort().join(', ');
  return [
    finding(
      'connections to it are renewed within 10 s',
      went !== null && went <= (trial.small ? 20_000 : 10_000),
      `${old.length} (${kinds}): ${went === null ? `left: ${left.join(', ')}` : `gone after ${shownMs(went)}`}`,
    ),
    finding(
      'hardly anybody notices',
      after.length > 0 && again <= 12,
      `${after.length} acknowledged since, ${again} of them sent again, slowest ${shownMs(ledger.slowest)}`,
    ),
    ...(await afterTrouble(standing, ledger, {
      promise: `all is well by itself within ${trial.small ? 30 : 10} s`,
      mostMs: trial.small ? 30_000 : 10_000,
      took,
    })),
  ];
}

/** The server was demoted under open connections, and its address leads to another one that takes writes. */
export const databaseDemoted: TrialCase<Finding> = {
  name: 'database-demoted',
  title: 'Open connections left on a server that was demoted, under reports and updates',
  run,
};
