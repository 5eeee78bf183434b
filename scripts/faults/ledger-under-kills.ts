import { fill } from '@/scripts/trial/fill';
import type { Part } from '@/scripts/trial/product';
import { startStanding } from '@/scripts/trial/standing';
import type { Trial, TrialCase } from '@/scripts/trial/trial';
import { pause } from '@/scripts/trial/wait';
import { compareLedger } from './compare-ledger';
import type { Finding } from './finding';
import { killPart, runningPart } from './kill';
import { startLoad } from './ledger';

const parts: Part[] = ['web', 'worker'];

async function run(trial: Trial): Promise<Finding[]> {
  const standing = await startStanding(trial);
  const { incidents } = await fill(standing);
  const load = startLoad(standing, trial.random, incidents);
  const [kills, longest] = trial.small ? [3, 1_500] : [50, 10_000];
  for (let number = 1; number <= kills; number += 1) {
    // Most kills meet a product at work; the others one that is still starting after the kill before.
    if (trial.random.next() < 0.8) await load.acknowledged(1);
    await pause(trial.random.between(50, longest));
    const part = trial.random.pick(parts);
    await killPart(standing.product, part);
    if (trial.small || number % 5 === 0) {
      trial.say(`kill ${number} of ${kills} (${part}); ${load.ledger.entries.length} acknowledged so far`);
    }
  }
  for (const part of parts) await runningPart(standing.product, part);
  const ledger = await load.finish();
  return await compareLedger(standing, ledger);
}

/** Clients that send again under the same key, and processes that end in the middle of it. */
export const ledgerUnderKills: TrialCase<Finding> = {
  name: 'ledger-under-kills',
  title: '“kill -9” of web or worker at random, under reports and updates',
  run,
};
