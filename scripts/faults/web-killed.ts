import { readFile } from 'node:fs/promises';
import { get } from 'node:http';
import { join } from 'node:path';
import { percentile, shownMs } from '@/scripts/trial/figures';
import { fill } from '@/scripts/trial/fill';
import { askOrNull } from '@/scripts/trial/http';
import { type Standing, startStanding } from '@/scripts/trial/standing';
import type { Trial, TrialCase } from '@/scripts/trial/trial';
import { pause, waitFor } from '@/scripts/trial/wait';
import { sequenced } from './compare-ledger';
import { type Finding, finding } from './finding';
import { runningPart } from './kill';

/** @returns milliseconds until the status page is answered again */
async function killWeb({ product }: Standing): Promise<number> {
  const pid = await runningPart(product, 'web');
  process.kill(pid, 'SIGKILL');
  const killed = performance.now();
  await waitFor(
    'the status page to answer again',
    async () => {
      const answer = await askOrNull(product.url);
      return answer?.status === 200 && product.pidOf('web') !== pid;
    },
    120_000,
    5,
  );
  return performance.now() - killed;
}

interface Stream {
  lastId: string;
  hints: number;
  ended: Promise<void>;
  close: () => void;
}

/** Follows a stream as a browser does, which sends the last id it saw when it comes again. */
async function follow(url: string, lastId?: string): Promise<Stream> {
  const headers = lastId === undefined ? {} : { 'last-event-id': lastId };
  return await new Promise((resolve, reject) => {
    const request = get(url, { headers, agent: false }, (response) => {
      const ended = Promise.withResolvers<void>();
      const stream: Stream = {
        lastId: lastId ?? '',
        hints: 0,
        ended: ended.promise,
        close: () => request.destroy(),
      };
      response.on('data', (bytes: Buffer) => {
        const text = bytes.toString('utf8');
        stream.lastId = [...text.matchAll(/^id: (\d+)$/gm)].at(-1)?.[1] ?? stream.lastId;
        stream.hints += [...text.matchAll(/^event: hint$/gm)].length;
        if (text.includes('event: hello')) resolve(stream);
      });
      response.on('error', () => ended.resolve());
      response.on('close', () => ended.resolve());
      if (response.statusCode !== 200) reject(new Error(`The stream answered ${response.statusCode}.`));
    });
    request.on('error', reject);
  });
}

/** Kills the web process under an open stream, and lets something happen before the reader comes back. */
async function missedHints(trial: Trial, standing: Standing, incident: string): Promise<Finding> {
  const report = { service: 'case-records', experience: 'UNUSABLE', description: 'Nothing opens.' };
  const { trackingPath } = await standing.api<{ trackingPath: string }>('/api/v1/reports', {
    ...report,
    incidentRef: incident,
  });
  const url = `${standing.product.url}/api/v1/tracking/${trackingPath.split('/').at(-1)}/live`;
  const stream = await follow(url);
  await killWeb(standing);
  await stream.ended;
  for (const minutes of [20, 30, 40]) {
    await standing.api(`/api/v1/incidents/${incident}/updates`, {
      audience: 'PUBLIC',
      text: `We look on, ${minutes}.`,
      next: { minutes },
    });
  }
  await sequenced(standing.database.pool);
  const again = await waitFor('the stream', () => follow(url, stream.lastId).catch(() => null));
  await waitFor('the missed hints', () => again.hints >= 3).catch(() => {});
  again.close();
  trial.say(`a reader who came back from position ${stream.lastId} was told ${again.hints} hints`);
  return finding(
    'a live reader misses nothing (Last-Event-ID)',
    again.hints >= 3,
    `${again.hints} of 3 or more`,
  );
}

async function run(trial: Trial): Promise<Finding[]> {
  const standing = await startStanding(trial);
  const { incidents } = await fill(standing);
  const last = incidents.at(-1) ?? '';
  // A start begins with the bytes that were kept last, which happens every ten seconds.
  const kept = join(standing.product.environment.STANDBY_DATA_DIR ?? '', 'status', 'documents');
  await waitFor('the page to be kept', async () => (await readFile(kept).catch(() => '')).includes(last));
  const times: number[] = [];
  const kills = trial.small ? 1 : 10;
  for (let number = 1; number <= kills; number += 1) {
    times.push(await killWeb(standing));
    const page = await askOrNull(standing.product.url);
    if (!page?.body.includes(last)) throw new Error('The page that came back is not the published one.');
    trial.say(`kill ${number} of ${kills}: answered again after ${shownMs(times.at(-1) ?? 0)}`);
    // A process that lived for ten seconds is started again at once; one that keeps crashing is not.
    if (number < kills) await pause(trial.random.between(11_000, 14_000));
  }
  const slowest = percentile(times, 1);
  return [
    finding(
      trial.small ? 'web killed: answering again by itself' : 'web killed: answering again within 1 s',
      trial.small || slowest <= 1_000,
      `slowest of ${kills}: ${shownMs(slowest)}`,
    ),
    await missedHints(trial, standing, incidents[0] ?? ''),
  ];
}

/** The page and the streams of readers, when the one web process falls. */
export const webKilled: TrialCase<Finding> = {
  name: 'web-killed',
  title: '“kill -9” of the web process: how soon the status page answers again',
  run,
};
