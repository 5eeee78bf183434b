import { shownMs } from '@/scripts/trial/figures';
import { fill } from '@/scripts/trial/fill';
import { type Answer, askOrNull } from '@/scripts/trial/http';
import { type Standing, startStanding } from '@/scripts/trial/standing';
import type { Trial, TrialCase } from '@/scripts/trial/trial';
import { pause, waitFor } from '@/scripts/trial/wait';
import { compareLedger } from './compare-ledger';
import { type Finding, finding } from './finding';
import { type RunningLoad, startLoad } from './ledger';

/** A reader of the status page, many times a second, each on a connection of their own. */
interface Readers {
  asked: number;
  unanswered: string[];
  slowest: number;
  last: Answer | null;
  stop(): Promise<void>;
}

function startReaders(url: string): Readers {
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

/** What a member's console asks for meanwhile: it cannot be answered, and must say so in time. */
async function askTheConsole({ product, manager }: Standing): Promise<Answer | null> {
  return await askOrNull(`${product.url}/api/v1/incidents`, { headers: manager, timeout: 20_000 });
}

interface Outage {
  console: (Answer | null)[];
  /** The status page near the end of the outage. */
  page: string;
  /** Reports acknowledged while the database was away. */
  acknowledged: number;
}

async function whileAway(
  standing: Standing,
  load: RunningLoad,
  readers: Readers,
  ms: number,
): Promise<Outage> {
  const until = Date.now() + ms;
  const before = load.ledger.entries.length;
  const console: (Answer | null)[] = [];
  while (Date.now() < until) {
    console.push(await askTheConsole(standing));
    await pause(1_000);
  }
  const page = readers.last?.body ?? '';
  return { console, page, acknowledged: load.ledger.entries.length - before };
}

/** @returns milliseconds after the database is back until an update can be published, and until it can be read */
async function recovery({ api, product }: Standing, incident: string): Promise<[number, number]> {
  const began = performance.now();
  const text = 'The database is back, and so are we.';
  await waitFor(
    'an update to be accepted',
    async () => {
      const body = { audience: 'PUBLIC', text, next: { minutes: 30 } };
      return await api(`/api/v1/incidents/${incident}/updates`, body).catch(() => null);
    },
    60_000,
  );
  const written = performance.now() - began;
  await waitFor(
    'the page to show it',
    async () => (await askOrNull(product.url))?.body.includes(text),
    60_000,
  );
  return [written, performance.now() - began];
}

function pageFindings(readers: Readers, outage: Outage, staleExpected: boolean): Finding[] {
  const { asked, unanswered, slowest } = readers;
  const aged = /<time datetime="[^"]+"/i.test(outage.page);
  // The banner of age is hidden in the bytes of a fresh page, and shown when rounds of publishing were missed.
  const banner = /data-stale(?!="" hidden)/.test(outage.page) || !/data-stale="" hidden/.test(outage.page);
  return [
    finding(
      'the status page is always answered',
      asked > 0 && unanswered.length === 0,
      `${asked} times, ${unanswered.length} not (${[...new Set(unanswered)].join(', ') || '–'}), slowest ${shownMs(slowest)}`,
    ),
    finding(
      'the status page shows its age',
      aged && (!staleExpected || banner),
      `${aged ? 'a time' : 'no time'} in it; banner of age ${banner ? 'shown' : 'not needed yet'}`,
    ),
  ];
}

async function run(trial: Trial): Promise<Finding[]> {
  const standing = await startStanding(trial);
  const { product, database } = standing;
  const { incidents } = await fill(standing);
  const last = incidents.at(-1) ?? '';
  await waitFor('the page to show the incidents', async () =>
    (await askOrNull(product.url))?.body.includes(last),
  );
  const load = startLoad(standing, trial.random, incidents, {
    lanes: 4,
    rest: [200, 600],
    reportsOnly: true,
  });
  const readers = startReaders(product.url);
  await pause(2_000);
  const seconds = trial.small ? 8 : 200;
  await database.stop();
  trial.say(`the database is stopped for ${seconds} s`);
  const outage = await whileAway(standing, load, readers, seconds * 1_000);
  await database.start();
  trial.say(`the database is back; ${outage.acknowledged} reports were acknowledged meanwhile`);
  const [written, shown] = await recovery(standing, incidents[0] ?? '');
  await pause(3_000);
  const ledger = await load.finish();
  await readers.stop();
  const slowest = Math.max(
    ledger.slowest,
    readers.slowest,
    ...outage.console.map((answer) => answer?.ms ?? 20_000),
  );
  const honest = outage.console.every((answer) => answer?.status === 503);
  const replayed = await waitFor(
    'the spool to be stored',
    async () => {
      const { rows } = await database.pool.query(
        `select count(*)::int as n from event where data->>'spooled' = 'true'`,
      );
      return rows[0]?.n >= 1 ? (rows[0].n as number) : null;
    },
    15_000,
  ).catch(() => 0);
  return [
    ...pageFindings(readers, outage, seconds > 180),
    finding('reports are accepted meanwhile', outage.acknowledged > 0, `${outage.acknowledged} acknowledged`),
    finding(
      'what was kept is stored when it is back',
      replayed > 0,
      `${replayed} reports came out of the spool`,
    ),
    finding(
      'the API says 503 meanwhile',
      honest,
      outage.console.map((answer) => answer?.status ?? '–').join(' '),
    ),
    finding('nothing hangs over 10 s', slowest <= 10_000, `slowest answer ${shownMs(slowest)}`),
    finding(
      'recovers within 5 s',
      written <= 5_000,
      `accepted after ${shownMs(written)}, public after ${shownMs(shown)}`,
    ),
    finding('no process ended by it', !/process ended/.test(product.log()), 'by what the launcher printed'),
    ...(await compareLedger(standing, ledger)),
  ];
}

/** PostgreSQL gone under reports, readers and the console, then back under the same address. */
export const databaseAway: TrialCase<Finding> = {
  name: 'database-away',
  title: 'The database stopped for a while under reports and readers',
  run,
};
