import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { shownMs } from '@/scripts/trial/figures';
import { type Answer, askOrNull } from '@/scripts/trial/http';
import type { Standing } from '@/scripts/trial/standing';
import { pause, waitFor } from '@/scripts/trial/wait';
import { type Finding, finding } from './finding';

/** People who look at the status page, many times a second, each on a connection of their own. */
export interface Readers {
  asked: number;
  unanswered: string[];
  slowest: number;
  last: Answer | null;
  stop(): Promise<void>;
}

export function startReaders(url: string): Readers {
  const readers: Readers = { asked: 0, unanswered: [], slowest: 0, last: null, stop: async () => {} };
  let over = false;
  const read = async (): Promise<void> => {
    while (!over) {
      const began = performance.now();
      const answer = await askOrNull(url, { timeout: 15_000 });
      readers.asked += 1;
      readers.slowest = Math.max(readers.slowest, performance.now() - began);
      if (answer?.status === 200) readers.last = answer;
      else readers.unanswered.push(answer ? String(answer.status) : 'no answer');
      await pause(50);
    }
  };
  const done = Promise.all([read(), read()]);
  readers.stop = async () => {
    over = true;
    await done;
  };
  return readers;
}

export function readersFinding({ asked, unanswered, slowest }: Readers): Finding {
  const kinds = [...new Set(unanswered)].join(', ') || 'none';
  return finding(
    'the status page is always answered',
    asked > 0 && unanswered.length === 0,
    `${asked} times, ${unanswered.length} not (${kinds}), slowest ${shownMs(slowest)}`,
  );
}

/** What a member's console asks for: it cannot be answered without a database, and must say so in time. */
export async function askTheConsole({ product, manager }: Standing): Promise<Answer | null> {
  return await askOrNull(`${product.url}/api/v1/incidents`, { headers: manager, timeout: 30_000 });
}

/** @returns milliseconds until an update is accepted, and until it can be read */
export async function recovery({ api, product }: Standing, incident: string): Promise<[number, number]> {
  const began = performance.now();
  const text = 'The database is back, and so are we.';
  await api(`/api/v1/incidents/${incident}/updates`, { audience: 'PUBLIC', text, next: { minutes: 30 } });
  const written = performance.now() - began;
  await waitFor('the page to show it', async () => (await askOrNull(product.url))?.body.includes(text));
  return [written, performance.now() - began];
}

/** Waits until nothing kept is left: a spool of a minute is stored within seconds, in the order it came. */
export async function spoolStored({ product }: Standing): Promise<number> {
  const began = performance.now();
  const folder = join(product.environment.STANDBY_DATA_DIR ?? '', 'spool');
  const left = async () => (await readdir(folder).catch(() => [])).length;
  await waitFor('the spool to be stored', async () => (await left()) === 0, 120_000, 200).catch(() => {});
  return performance.now() - began;
}
