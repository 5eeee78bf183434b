import { get } from 'node:http';
import { shownMs } from '@/scripts/trial/figures';
import { fill } from '@/scripts/trial/fill';
import { childrenOf, isRunning } from '@/scripts/trial/processes';
import { restartProduct } from '@/scripts/trial/product';
import { type Standing, startStanding } from '@/scripts/trial/standing';
import type { Trial, TrialCase } from '@/scripts/trial/trial';
import { pause } from '@/scripts/trial/wait';
import { compareLedger } from './compare-ledger';
import { type Finding, finding } from './finding';
import { startLoad } from './ledger';

export interface Streams {
  open: number;
  /** Ended by the server in good order, not by a broken connection. */
  ended: number;
  broken: number;
}

export async function openStreams({ api, product }: Standing, count: number): Promise<Streams> {
  const report = { service: 'case-records', experience: 'UNUSABLE', description: 'Nothing opens.' };
  const { trackingPath } = await api<{ trackingPath: string }>('/api/v1/reports', report);
  const url = `${product.url}/api/v1/tracking/${trackingPath.split('/').at(-1)}/live`;
  const streams: Streams = { open: 0, ended: 0, broken: 0 };
  const open = async (index: number): Promise<void> =>
    await new Promise((resolve, reject) => {
      const headers = { 'x-forwarded-for': `10.1.${index >> 8}.${index & 255}` };
      const request = get(url, { headers, agent: false }, (response) => {
        if (response.statusCode !== 200)
          return reject(new Error(`A stream answered ${response.statusCode}.`));
        streams.open += 1;
        response.once('data', () => resolve());
        response.on('data', () => {});
        response.on('error', () => {});
        response.on('close', () => {
          if (response.complete) streams.ended += 1;
          else streams.broken += 1;
        });
      });
      request.on('error', reject);
    });
  await Promise.all(Array.from({ length: count }, (_, index) => open(index)));
  return streams;
}

async function run(trial: Trial): Promise<Finding[]> {
  const standing = await startStanding(trial);
  const { product } = standing;
  const { incidents } = await fill(standing);
  const streams = await openStreams(standing, trial.small ? 50 : 400);
  const load = startLoad(standing, trial.random, incidents);
  await pause(trial.small ? 2_000 : 10_000);
  const parts = childrenOf(product.launcher.pid ?? 0);
  const took = await product.stop();
  trial.say(`${streams.open} streams open; stopped after ${shownMs(took)}`);
  const { exitCode, signalCode } = product.launcher;
  const left = parts.filter(isRunning);
  // What was on its way is sent again, to the same installation.
  const again = await restartProduct(standing.plan, product);
  trial.cleanUp(again.stop);
  const ledger = await load.finish();
  return [
    finding(
      'SIGTERM drains within 15 s',
      took <= 15_000,
      `${shownMs(took)} with ${streams.open} streams open`,
    ),
    finding('the launcher ends in good order', exitCode === 0, `exit code ${exitCode ?? signalCode}`),
    finding(
      'streams are closed, not cut',
      streams.broken === 0,
      `${streams.ended} closed, ${streams.broken} cut`,
    ),
    finding('no process stays behind', left.length === 0, `${left.length} of ${parts.length} left`),
    ...(await compareLedger({ ...standing, product: again }, ledger)),
  ];
}

/** An upgrade or a reboot, while people have pages open and write. */
export const orderlyStop: TrialCase<Finding> = {
  name: 'orderly-stop',
  title: 'SIGTERM with open streams and requests on their way',
  run,
};
