import { percentile, shownMs } from '@/scripts/trial/figures';
import { fill } from '@/scripts/trial/fill';
import { type Answer, ask, askOrNull } from '@/scripts/trial/http';
import { type Standing, startStanding } from '@/scripts/trial/standing';
import type { Trial, TrialCase } from '@/scripts/trial/trial';
import { pause, waitFor } from '@/scripts/trial/wait';
import { afterTrouble } from './after-trouble';
import { type Finding, finding } from './finding';
import { startLoad } from './ledger';
import { askTheConsole, readersFinding, recovery, spoolStored, startReaders } from './readers';

/** A browser of a manager. @returns the header of its cookie */
async function signIn({ product }: Standing): Promise<Record<string, string>> {
  const email = 'kim@example.org';
  const { said } = product.standby('user', 'create', '--email', email, '--role', 'manager');
  const password = /shown once: (\S+)/.exec(said)?.[1];
  const headers = { origin: product.url };
  const answer = await ask(`${product.url}/api/v1/session`, { body: { email, password }, headers });
  const cookie = answer.headers['set-cookie']?.map((one) => one.split(';')[0]).join('; ');
  if (answer.status !== 201 || !cookie)
    throw new Error(`Nobody could sign in: ${answer.status} ${answer.body}`);
  return { cookie };
}

interface Seen {
  reads: (Answer | null)[];
  writes: (Answer | null)[];
}

/** What a member does once a second: reads the API, opens a page as somebody signed in, publishes an update. */
async function workFor(
  standing: Standing,
  cookie: Record<string, string>,
  incident: string,
  seconds: number,
) {
  const { product, manager } = standing;
  const seen: Seen = { reads: [], writes: [] };
  for (const until = Date.now() + seconds * 1_000; Date.now() < until; await pause(1_000)) {
    seen.reads.push(await askTheConsole(standing));
    seen.reads.push(await askOrNull(`${product.url}/incidents`, { headers: cookie, timeout: 30_000 }));
    const body = { audience: 'INTERNAL', text: 'Nobody can store this.' };
    const path = `${product.url}/api/v1/incidents/${incident}/updates`;
    seen.writes.push(await askOrNull(path, { body, headers: manager, timeout: 30_000 }));
  }
  return seen;
}

const statuses = (answers: (Answer | null)[]) =>
  [...new Set(answers.map((answer) => answer?.status ?? 'nothing'))].join(', ');

function workFindings({ reads, writes }: Seen): Finding[] {
  const said = writes.every((answer) => answer?.body.includes('the database takes no writes'));
  const slowest = percentile(
    [...reads, ...writes].map((answer) => answer?.ms ?? 30_000),
    1,
  );
  return [
    finding(
      'members go on reading',
      statuses(reads) === '200',
      `${reads.length} answers: ${statuses(reads)}, slowest of all ${shownMs(slowest)}`,
    ),
    finding(
      'a write is refused with 503 and a sentence',
      statuses(writes) === '503' && said,
      `${writes.length} answers: ${statuses(writes)}`,
    ),
  ];
}

async function run(trial: Trial): Promise<Finding[]> {
  const standing = await startStanding(trial);
  const { product, database } = standing;
  const { incidents } = await fill(standing);
  const [incident = ''] = incidents;
  const cookie = await signIn(standing);
  const last = incidents.at(-1) ?? '';
  await waitFor('the page to be public', async () => (await askOrNull(product.url))?.body.includes(last));
  const shape = { lanes: 4, rest: [200, 600] as [number, number], reportsOnly: true };
  const load = startLoad(standing, trial.random, incidents, shape);
  const readers = startReaders(product.url);
  await load.acknowledged(shape.lanes);
  // When a session was seen last is due to be written.
  await database.pool.query(`update session set last_seen_at = now() - interval '2 minutes'`);
  const seconds = trial.small ? 6 : 90;
  await database.pool.query('alter system set default_transaction_read_only = on');
  await database.pool.query('select pg_reload_conf()');
  trial.say(`the database takes no writes for ${seconds} s`);
  await pause(500);
  const before = load.ledger.entries.length;
  const seen = await workFor(standing, cookie, incident, seconds);
  await load.acknowledged(1);
  const meanwhile = load.ledger.entries.slice(before);
  await database.pool.query('alter system reset default_transaction_read_only');
  await database.pool.query('select pg_reload_conf()');
  trial.say(`it takes writes again; ${meanwhile.length} reports were acknowledged meanwhile`);
  const took = await recovery(standing, incident);
  const ledger = await load.finish();
  await readers.stop();
  await spoolStored(standing);
  const sentAgain = meanwhile.filter(({ sent }) => sent > 1).length;
  return [
    readersFinding(readers),
    ...workFindings(seen),
    finding(
      'every report is acknowledged at its first try',
      meanwhile.length > 0 && sentAgain === 0,
      `${meanwhile.length} acknowledged, ${sentAgain} of them sent again, slowest ${shownMs(ledger.slowest)}`,
    ),
    ...(await afterTrouble(standing, ledger, {
      promise: `all is well by itself within ${trial.small ? 30 : 10} s`,
      mostMs: trial.small ? 30_000 : 10_000,
      took,
    })),
  ];
}

/** The server is there and refuses every write, as when its disk is nearly full or somebody works on it. */
export const databaseReadOnly: TrialCase<Finding> = {
  name: 'database-read-only',
  title: 'The database without writes for a while under reports, readers and members',
  run,
};
