import { Agent } from 'node:http';
import { median, shownMs, shownRatio } from '@/scripts/trial/figures';
import { ask } from '@/scripts/trial/http';
import { type Standing, startStanding } from '@/scripts/trial/standing';
import type { Trial, TrialCase } from '@/scripts/trial/trial';
import { startRival } from './rival';
import { type BenchRow, row } from './row';

const cases = 200;
/** As many as a replay asks at once. */
const atOnce = 8;

/** A service with a suite of 200 JSON cases, and its baseline recorded from the healthy address. */
async function makeSuite(
  { api }: Standing,
  healthy: string,
): Promise<{ suiteId: string; recordedMs: number }> {
  const service = await api<{ id: string }>('/api/v1/services', { name: 'Shop', slug: 'shop' });
  const { id } = await api<{ id: string }>('/api/v1/suites', {
    serviceId: service.id,
    name: 'What customers do',
  });
  for (let number = 1; number <= cases; number += 1) {
    const request = { kind: 'HTTP', path: `/items/${number}` };
    await api(`/api/v1/suites/${id}/cases`, { name: `Item ${number}`, request });
  }
  const began = performance.now();
  await api(`/api/v1/suites/${id}/baselines`, { address: healthy });
  return { suiteId: id, recordedMs: performance.now() - began };
}

async function openTo({ database, product }: Standing, ports: string[]): Promise<void> {
  const { DATABASE_URL, STANDBY_SECRET } = product.environment;
  Object.assign(process.env, { DATABASE_URL: DATABASE_URL ?? database.url, STANDBY_SECRET });
  const { changeSettings } = await import('@/lib/settings/commands/change');
  const { settingsInForce } = await import('@/lib/settings/in-force');
  const { version } = await settingsInForce();
  const allow = ports.map((port) => `127.0.0.1:${port}`);
  const ctx = { actor: { kind: 'cli' as const }, requestId: 'bench-verification' };
  await changeSettings(ctx, { version, reason: 'The servers of this trial', outgoing: { allow } });
}

/** The same requests with nothing compared and nothing kept. */
async function bareRound(url: string): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const began = performance.now();
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < cases) {
      next += 1;
      await ask(`${url}/items/${next}`, { agent });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  agent.destroy();
  return performance.now() - began;
}

async function run(trial: Trial): Promise<BenchRow[]> {
  const standing = await startStanding(trial);
  const [healthy, copy] = [await startRival(trial, 'shop-copy.ts'), await startRival(trial, 'shop-copy.ts')];
  await openTo(
    standing,
    [healthy, copy].map(({ url }) => new URL(url).port),
  );
  const { replaySuite } = await import('@/lib/suites/replaying/replay-suite');
  const { closeDatabase } = await import('@/lib/database/db');
  trial.cleanUp(closeDatabase);
  const { suiteId, recordedMs } = await makeSuite(standing, healthy.url);
  const [ours, bare]: [number[], number[]] = [[], []];
  const rounds = trial.small ? 2 : 9;
  for (let number = 1; number <= rounds; number += 1) {
    bare.push(await bareRound(copy.url));
    const began = performance.now();
    const result = await replaySuite({ suiteId, address: copy.url });
    ours.push(performance.now() - began);
    if (result.state !== 'PASSED') throw new Error(`The copy is right, and yet: ${result.sentence}`);
    const last = ours.at(-1) ?? 0;
    trial.say(`round ${number} of ${rounds}: ${shownMs(last)}, bare ${shownMs(bare.at(-1) ?? 0)}`);
  }
  const ratio = median(ours.map((ms, index) => ms / (bare[index] ?? ms)));
  return [
    row(`${cases} verification cases replayed, compared and kept`, {
      ours: shownMs(median(ours)),
      against: `${shownMs(median(bare))} bare requests, ${atOnce} at once`,
      ratio: shownRatio(ratio),
    }),
    row(`${cases} cases, each of them`, { ours: shownMs(median(ours) / cases) }),
    row(`baseline of ${cases} cases recorded, two rounds, through the API`, { ours: shownMs(recordedMs) }),
  ];
}

/** A right copy on loopback, so that the time is that of Standby and not of the target. */
export const verification: TrialCase<BenchRow> = {
  name: 'verification',
  title: 'Verification: 200 cases against a server, beside the same requests alone',
  run,
};
