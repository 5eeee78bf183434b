import { percentile, shownMs } from '@/scripts/trial/figures';
import { fill } from '@/scripts/trial/fill';
import { type Answer, askOrNull } from '@/scripts/trial/http';
import type { Standing } from '@/scripts/trial/standing';
import type { Trial } from '@/scripts/trial/trial';
import { pause, waitFor } from '@/scripts/trial/wait';
import { afterTrouble } from './after-trouble';
import { type Finding, finding } from './finding';
import { startLoad } from './ledger';
import { askTheConsole, readersFinding, recovery, spoolStored, startReaders } from './readers';
import { signIn } from './sign-in';

/** How a database comes to take no writes, and to take them again. */
export interface WithoutWrites {
  begin(standing: Standing): Promise<unknown>;
  end(standing: Standing): Promise<unknown>;
  /** What everybody is told whose write is refused. */
  says: string;
  /** What fits in what there is may still be written. */
  partly: boolean;
  seconds: number;
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
    const body = { audience: 'INTERNAL', text: `Nobody can store this. ${'So long. '.repeat(400)}` };
    const path = `${product.url}/api/v1/incidents/${incident}/updates`;
    seen.writes.push(await askOrNull(path, { body, headers: manager, timeout: 30_000 }));
  }
  return seen;
}

const statuses = (answers: (Answer | null)[]) =>
  [...new Set(answers.map((answer) => answer?.status ?? 'nothing'))].join(', ');

function workFindings({ reads, writes }: Seen, { says, partly }: WithoutWrites): Finding[] {
  const refused = writes.filter((answer) => !partly || answer?.status !== 201);
  const said = refused.length > 0 && refused.every((answer) => answer?.body.includes(says));
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
      statuses(refused) === '503' && said,
      `${writes.length} answers: ${statuses(writes)}`,
    ),
  ];
}

/** Reports, readers and members while the database takes no writes, and after. */
export async function withoutWrites(
  trial: Trial,
  standing: Standing,
  trouble: WithoutWrites,
): Promise<Finding[]> {
  const { product, database } = standing;
  const { incidents } = await fill(standing);
  const [incident = ''] = incidents;
  const cookie = (await signIn(standing, 'manager')).headers;
  const last = incidents.at(-1) ?? '';
  await waitFor('the page to be public', async () => (await askOrNull(product.url))?.body.includes(last));
  const shape = { lanes: 4, rest: [200, 600] as [number, number], reportsOnly: true };
  const load = startLoad(standing, trial.random, incidents, shape);
  const readers = startReaders(product.url);
  await load.acknowledged(shape.lanes);
  // When a session was seen last is due to be written.
  await database.pool.query(`update session set last_seen_at = now() - interval '2 minutes'`);
  await trouble.begin(standing);
  trial.say(`the database takes no writes for ${trouble.seconds} s`);
  await pause(500);
  const before = load.ledger.entries.length;
  const seen = await workFor(standing, cookie, incident, trouble.seconds);
  await load.acknowledged(1);
  const meanwhile = load.ledger.entries.slice(before);
  await trouble.end(standing);
  trial.say(`it takes writes again; ${meanwhile.length} reports were acknowledged meanwhile`);
  const took = await recovery(standing, incident);
  const ledger = await load.finish();
  await readers.stop();
  await spoolStored(standing);
  const sentAgain = meanwhile.filter(({ sent }) => sent > 1).length;
  return [
    readersFinding(readers),
    ...workFindings(seen, trouble),
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
