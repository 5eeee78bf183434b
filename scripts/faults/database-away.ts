import { shownMs } from '@/scripts/trial/figures';
import { fill } from '@/scripts/trial/fill';
import { type Answer, askOrNull } from '@/scripts/trial/http';
import { type Standing, startStanding } from '@/scripts/trial/standing';
import type { Trial, TrialCase } from '@/scripts/trial/trial';
import { pause, waitFor } from '@/scripts/trial/wait';
import { afterTrouble } from './after-trouble';
import { type Finding, finding } from './finding';
import { type Ledger, startLoad } from './ledger';
import { askTheConsole, readersFinding, recovery, spoolStored, startReaders } from './readers';

/** From here on a page counts as old and says so; see lib/status/stale. In seconds. */
const oldAfter = 180;

/** Every page carries the banner of age; that of a fresh one is hidden. */
function ageFinding(page: string, seconds: number): Finding {
  const dated = /<time datetime="[^"]+"/i.test(page);
  const banner = page !== '' && !page.includes('data-stale="" hidden=""');
  const shown = banner ? 'the banner of age is shown' : `no banner in the first ${oldAfter} s`;
  const kept = dated && banner === seconds > oldAfter;
  return finding('the status page shows its age', kept, `${dated ? 'dated' : 'not dated'}, ${shown}`);
}

/** A 202 is a promise: that report is in the database once it is back, under the reference that was given. */
async function keptFinding({ database }: Standing, ledger: Ledger, took: number): Promise<Finding> {
  const refs = ledger.entries.filter(({ kept }) => kept).map(({ acknowledged }) => acknowledged);
  const { rows } = await database.pool.query(`select ref from report where ref = any($1)`, [refs]);
  return finding(
    'every report that was answered with 202 is stored when it is back',
    refs.length > 0 && rows.length === refs.length,
    `${refs.length} answered with 202, ${rows.length} stored, ${shownMs(took)} after the load ended`,
  );
}

async function askWhile(standing: Standing, ms: number): Promise<(Answer | null)[]> {
  const until = Date.now() + ms;
  const answers: (Answer | null)[] = [];
  while (Date.now() < until) {
    answers.push(await askTheConsole(standing));
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
  const seconds = trial.small ? 8 : 200;
  await database.stop();
  trial.say(`the database is stopped for ${seconds} s`);
  const before = load.ledger.entries.length;
  const answers = await askWhile(standing, seconds * 1_000);
  await load.acknowledged(1).catch(() => {});
  const acknowledged = load.ledger.entries.length - before;
  const page = readers.last?.body ?? '';
  await database.start();
  trial.say(`the database is back; ${acknowledged} reports were acknowledged meanwhile`);
  const recovered = await recovery(standing, incidents[0] ?? '');
  const ledger = await load.finish();
  await readers.stop();
  const took = await spoolStored(standing);
  const slowest = Math.max(ledger.slowest, readers.slowest, ...answers.map((answer) => answer?.ms ?? 30_000));
  const said = [...new Set(answers.map((answer) => answer?.status ?? 'nothing'))];
  return [
    readersFinding(readers),
    ageFinding(page, seconds),
    finding('reports are accepted meanwhile', acknowledged > 0, `${acknowledged} acknowledged`),
    await keptFinding(standing, ledger, took),
    finding(
      'the API says 503 meanwhile',
      said.join() === '503',
      `${answers.length} answers: ${said.join(', ')}`,
    ),
    finding(
      trial.small ? 'nothing hangs' : 'nothing hangs over 10 s',
      slowest <= (trial.small ? 30_000 : 10_000),
      `slowest answer ${shownMs(slowest)}`,
    ),
    ...(await afterTrouble(standing, ledger, {
      promise: trial.small ? 'recovers by itself' : 'recovers within 5 s',
      mostMs: trial.small ? Number.POSITIVE_INFINITY : 5_000,
      took: recovered,
    })),
  ];
}

/** PostgreSQL gone under reports, readers and the console, then back under the same address. */
export const databaseAway: TrialCase<Finding> = {
  name: 'database-away',
  title: 'The database stopped for a while under reports and readers',
  run,
};
