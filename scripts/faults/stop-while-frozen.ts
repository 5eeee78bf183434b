import { shownMs } from '@/scripts/trial/figures';
import { fill } from '@/scripts/trial/fill';
import { childrenOf, isRunning } from '@/scripts/trial/processes';
import { restartProduct } from '@/scripts/trial/product';
import { startStanding } from '@/scripts/trial/standing';
import type { Trial, TrialCase } from '@/scripts/trial/trial';
import { pause } from '@/scripts/trial/wait';
import { compareLedger } from './compare-ledger';
import { type Finding, finding } from './finding';
import { startLoad } from './ledger';
import { openStreams } from './orderly-stop';
import { askTheConsole } from './readers';

async function run(trial: Trial): Promise<Finding[]> {
  const standing = await startStanding(trial);
  const { product, database } = standing;
  const { incidents } = await fill(standing);
  await openStreams(standing, 20);
  const load = startLoad(standing, trial.random, incidents);
  await load.acknowledged(4);
  database.freeze();
  // Some hang in a transaction, some wait for a connection, some for their turn.
  const hanging = Array.from({ length: trial.small ? 40 : 200 }, () => askTheConsole(standing));
  await pause(trial.small ? 1_000 : 5_000);
  const parts = childrenOf(product.launcher.pid ?? 0);
  const stopped = product.stop();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    await pause(500);
    for (const pid of [product.launcher.pid ?? 0, ...parts].filter(isRunning)) process.kill(pid, signal);
  }
  const took = await stopped;
  const { exitCode, signalCode } = product.launcher;
  const left = parts.filter(isRunning);
  await Promise.all(hanging);
  database.thaw();
  const again = await restartProduct(standing.plan, product);
  trial.cleanUp(again.stop);
  const ledger = await load.finish();
  return [
    finding('everything ends within 16 s, asked once or more often', took <= 16_000, shownMs(took)),
    finding('the launcher ends in good order', exitCode === 0, `exit code ${exitCode ?? signalCode}`),
    finding('no process stays behind', left.length === 0, `${left.length} of ${parts.length} left`),
    ...(await compareLedger({ ...standing, product: again }, ledger)),
  ];
}

/** A reboot of a machine whose database hangs. */
export const stopWhileFrozen: TrialCase<Finding> = {
  name: 'stop-while-frozen',
  title: 'SIGTERM, SIGINT and SIGTERM again while the database hangs under requests and streams',
  run,
};
