import { percentile, shownMs } from '@/scripts/trial/figures';
import { fill } from '@/scripts/trial/fill';
import { type Answer, askOrNull } from '@/scripts/trial/http';
import { type Standing, startStanding } from '@/scripts/trial/standing';
import type { Trial, TrialCase } from '@/scripts/trial/trial';
import { pause, waitFor } from '@/scripts/trial/wait';
import { afterTrouble } from './after-trouble';
import { type Finding, finding } from './finding';
import { startLoad } from './ledger';
import { askTheConsole, readersFinding, recovery, spoolStored, startReaders } from './readers';

/** One request a second, each on its own: one that hangs must not keep the next from being asked. */
async function askWhile(standing: Standing, seconds: number): Promise<Promise<Answer | null>[]> {
  const answers: Promise<Answer | null>[] = [];
  for (let second = 0; second < seconds; second += 1) {
    answers.push(askTheConsole(standing));
    await pause(1_000);
  }
  return answers;
}

async function run(trial: Trial): Promise<Finding[]> {
  const standing = await startStanding(trial);
  const { product, database } = standing;
  const { incidents } = await fill(standing);
  const last = incidents.at(-1) ?? '';
  await waitFor('the page to be public', async () => (await askOrNull(product.url))?.body.includes(last));
  const shape = { lanes: 4, rest: [200, 600] as [number, number], reportsOnly: true };
  const load = startLoad(standing, trial.random, incidents, shape);
  const readers = startReaders(product.url);
  await load.acknowledged(shape.lanes);
  const seconds = trial.small ? 12 : 45;
  database.freeze();
  trial.say(`the database does not answer for ${seconds} s`);
  const before = load.ledger.entries.length;
  const asked = await askWhile(standing, seconds);
  await load.acknowledged(1).catch(() => {});
  const acknowledged = load.ledger.entries.length - before;
  database.thaw();
  trial.say(`the database goes on; ${acknowledged} reports were acknowledged meanwhile`);
  const took = await recovery(standing, incidents[0] ?? '');
  const ledger = await load.finish();
  await readers.stop();
  await spoolStored(standing);
  const waits = (await Promise.all(asked)).map((answer) => answer?.ms ?? 30_000);
  const slowest = Math.max(ledger.slowest, readers.slowest, ...waits);
  return [
    readersFinding(readers),
    finding('reports are accepted meanwhile', acknowledged > 0, `${acknowledged} acknowledged`),
    finding(
      trial.small ? 'nothing hangs' : 'nothing hangs over 10 s',
      slowest <= (trial.small ? 30_000 : 10_000),
      `slowest: report ${shownMs(ledger.slowest)}, console ${shownMs(percentile(waits, 1))}`,
    ),
    ...(await afterTrouble(standing, ledger, {
      promise: trial.small ? 'recovers by itself' : 'recovers within 5 s',
      mostMs: trial.small ? Number.POSITIVE_INFINITY : 5_000,
      took,
    })),
  ];
}

/** Every connection stays open, and nothing is answered on it: a network or a disk that hangs looks like this. */
export const databaseFrozen: TrialCase<Finding> = {
  name: 'database-frozen',
  title: 'The database silent for a while on open connections',
  run,
};
