import { shownMs } from '@/scripts/trial/figures';
import { fill } from '@/scripts/trial/fill';
import { askOrNull } from '@/scripts/trial/http';
import { cpuSeconds, isRunning } from '@/scripts/trial/processes';
import { type Part, type Product, restartProduct } from '@/scripts/trial/product';
import { startStanding } from '@/scripts/trial/standing';
import type { Trial, TrialCase } from '@/scripts/trial/trial';
import { pause, waitFor } from '@/scripts/trial/wait';
import { type Finding, finding } from './finding';
import { openStreams } from './orderly-stop';

const parts: Part[] = ['web', 'worker'];

/** Percent of a core. */
const restful = 2;

/** What each part takes of a core, in percent, when it has come to rest, or after some time. */
async function atRest(product: Product, seconds: number): Promise<number[]> {
  const pids = parts.map((part) => product.pidOf(part) ?? 0);
  let used: number[] = [];
  for (let window = 0; window < 6; window += 1) {
    const before = pids.map(cpuSeconds);
    await pause(seconds * 1_000);
    used = pids.map((pid, index) => ((cpuSeconds(pid) - (before[index] ?? 0)) / seconds) * 100);
    if (used.every((share) => share < restful)) break;
  }
  return used;
}

async function run(trial: Trial): Promise<Finding[]> {
  const standing = await startStanding(trial, { unread: true });
  const { product, database, plan } = standing;
  await fill(standing);
  await openStreams(standing, 20);
  await database.stop();
  const used = await atRest(product, trial.small ? 5 : 60);
  const pids = parts.map((part) => product.pidOf(part) ?? 0);
  product.launcher.kill('SIGKILL');
  const killed = performance.now();
  const alone = () => !pids.some(isRunning);
  const took = await waitFor(
    'web and worker to end',
    () => alone() && performance.now() - killed,
    60_000,
  ).catch(() => Number.POSITIVE_INFINITY);
  for (const pid of pids.filter(isRunning)) process.kill(pid, 'SIGKILL');
  await database.start();
  const again = await restartProduct({ ...plan, unread: false }, product);
  trial.cleanUp(again.stop);
  const answer = await askOrNull(again.url);
  const shares = used.map((share, index) => `${parts[index]} ${share.toFixed(1)} %`).join(', ');
  return [
    finding(
      'web and worker rest while the database is away and nobody reads what they print',
      used.every((share) => share < restful),
      `${shares} of a core`,
    ),
    finding('both end by themselves within 15 s when the launcher is killed', took <= 15_000, shownMs(took)),
    finding(
      'the next start finds its port free',
      answer?.status === 200,
      `answered ${answer?.status ?? 'nothing'}`,
    ),
  ];
}

/** The launcher killed without a goodbye, with its database gone before. */
export const launcherKilled: TrialCase<Finding> = {
  name: 'launcher-killed',
  title: 'The database gone, the output unread, and then the launcher killed',
  run,
};
