import { readFile } from 'node:fs/promises';
import { Agent } from 'node:http';
import { join } from 'node:path';
import type { Context } from '@/lib/platform/context';
import { median, percentile, shownMs } from '@/scripts/trial/figures';
import { fill } from '@/scripts/trial/fill';
import { ask } from '@/scripts/trial/http';
import { startStanding } from '@/scripts/trial/standing';
import type { Trial, TrialCase } from '@/scripts/trial/trial';
import { pause, waitFor } from '@/scripts/trial/wait';
import { type BenchRow, row } from './row';

function rowFor(what: string, late: number[]): BenchRow {
  return row(what, {
    ours: `p50 ${shownMs(median(late))}, p99 ${shownMs(percentile(late, 0.99))}`,
    against: `${late.length} updates`,
    goal: 'p99 ≤ 1 s',
    met: percentile(late, 0.99) <= 1_000,
  });
}

async function run(trial: Trial): Promise<BenchRow[]> {
  const standing = await startStanding(trial);
  const { product } = standing;
  const { incidents } = await fill(standing);
  const ref = incidents[0] ?? '';
  const { DATABASE_URL, STANDBY_SECRET } = product.environment;
  Object.assign(process.env, { DATABASE_URL, STANDBY_SECRET });
  const { publishUpdate } = await import('@/lib/incidents/commands/publish-update');
  const { closeDatabase } = await import('@/lib/database/db');
  trial.cleanUp(closeDatabase);
  const agent = new Agent({ keepAlive: true });
  trial.cleanUp(() => agent.destroy());
  const ctx: Context = { actor: { kind: 'cli' }, requestId: 'bench-publishing' };
  const [served, published]: [number[], number[]] = [[], []];
  const file = join(product.published, 'index.html');
  const pageHolds = async (text: string) => (await ask(`${product.url}/`, { agent })).body.includes(text);
  const fileHolds = async (text: string) => (await readFile(file, 'utf8').catch(() => '')).includes(text);
  const rounds = trial.small ? 5 : 40;
  for (let number = 1; number <= rounds; number += 1) {
    const text = `Measured update number ${number} of this run`;
    await publishUpdate(ctx, { ref, audience: 'PUBLIC', text, next: { minutes: 30 } });
    const committed = performance.now();
    const until = async (look: () => Promise<boolean>) => {
      await waitFor('the update to be public', look, 15_000, 5);
      return performance.now() - committed;
    };
    const [page, folder] = await Promise.all([until(() => pageHolds(text)), until(() => fileHolds(text))]);
    served.push(page);
    published.push(folder);
    if (number % 10 === 0)
      trial.say(`${number} of ${rounds}: page ${shownMs(page)}, folder ${shownMs(folder)}`);
    // Updates come at any moment of the publisher's rhythm.
    await pause(trial.random.between(100, 2_500));
  }
  return [
    rowFor('update committed → served by the web process', served),
    rowFor('update committed → in the published folder', published),
  ];
}

/** From the commit of an update to the moment anybody can read it. */
export const publishing: TrialCase<BenchRow> = {
  name: 'publishing',
  title: 'Publishing: an update committed → new bytes served, and in the folder',
  run,
};
