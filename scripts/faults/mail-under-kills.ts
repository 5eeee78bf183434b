import { createHash } from 'node:crypto';
import type pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { percentile, shown, shownMs } from '@/scripts/trial/figures';
import { fill } from '@/scripts/trial/fill';
import { type Standing, startStanding } from '@/scripts/trial/standing';
import type { Trial, TrialCase } from '@/scripts/trial/trial';
import { pause, waitFor } from '@/scripts/trial/wait';
import { type Finding, finding } from './finding';
import { killPart, runningPart } from './kill';
import { type MailSink, startMailSink } from './mail-sink';

const addressOf = (number: number) => `reader-${number}@practice.example`;

/** Confirmed subscribers, written past the double opt-in of each. */
async function addSubscribers(pool: pg.Pool, count: number): Promise<void> {
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  await pool.query(
    `insert into subscriber (id, kind, address, state, unsubscribe_token_hash, confirmed_at)
     select id, 'EMAIL', address, 'CONFIRMED', hash, now()
     from unnest($1::uuid[], $2::text[], $3::bytea[]) as s(id, address, hash)`,
    [
      numbers.map(() => uuidv7()),
      numbers.map(addressOf),
      numbers.map((number) => createHash('sha256').update(addressOf(number)).digest()),
    ],
  );
}

interface Row {
  address: string;
  state: string;
  messageId: string;
}

async function deliveriesOf(pool: pg.Pool, updateId: string): Promise<Row[]> {
  const { rows } = await pool.query<Row>(
    `select address, state::text as state, message_id as "messageId" from delivery where update_id = $1`,
    [updateId],
  );
  return rows;
}

/** Kills the worker every five seconds of its life until all is settled, or the time is over. */
async function killUntilSettled(trial: Trial, standing: Standing, updateId: string): Promise<number> {
  const { product, database } = standing;
  const until = Date.now() + (trial.small ? 12_000 : 600_000);
  let kills = 0;
  while (Date.now() < until) {
    const rows = await deliveriesOf(database.pool, updateId);
    const open = rows.filter(({ state }) => state === 'PENDING' || state === 'RETRY').length;
    if (rows.length > 0 && open === 0) break;
    await runningPart(product, 'worker');
    await pause(5_000);
    // The last ones wait for a mail server to change its mind, and no worker has them in its hands.
    if (rows.length > 0 && open < rows.length * 0.02) continue;
    await killPart(product, 'worker');
    kills += 1;
    trial.say(`kill ${kills}: ${shown(open)} of ${shown(rows.length)} wait or are tried again`);
  }
  return kills;
}

function compare(trial: Trial, rows: Row[], sink: MailSink, count: number, began: number): Finding[] {
  const arrived = new Map<string, Set<string>>();
  for (const { to, messageId } of sink.mails) {
    arrived.set(to, (arrived.get(to) ?? new Set()).add(messageId));
  }
  const settled = rows.filter(({ state }) => state !== 'PENDING' && state !== 'RETRY');
  const lost = settled.filter(({ address }) => !arrived.has(address));
  const dead = rows.filter(({ state }) => state === 'DEAD' || state === 'SUPPRESSED');
  const twice = sink.mails.length - arrived.size;
  const foreign = rows.filter(({ address, messageId }) =>
    [...(arrived.get(address) ?? [])].some((id) => id !== messageId),
  );
  const late = percentile(
    sink.mails.map(({ at }) => at - began),
    1,
  );
  const waiting = rows.length - settled.length;
  return [
    finding('one delivery for every subscriber', rows.length === count, `${rows.length} of ${count}`),
    finding(
      trial.small ? 'no mail is lost: it has arrived, or still waits' : 'no mail is lost',
      lost.length + dead.length === 0 && (trial.small || waiting === 0),
      `${arrived.size} arrived, ${waiting} wait, ${lost.length + dead.length} lost (${sink.refused} tries put off or dropped)`,
    ),
    finding(
      'doubles carry the same Message-ID',
      foreign.length === 0,
      `${twice} came twice, ${foreign.length} with another id`,
    ),
    ...(trial.small
      ? []
      : [finding('none is later than 5 minutes', late <= 300_000, `the last after ${shownMs(late)}`)]),
  ];
}

async function run(trial: Trial): Promise<Finding[]> {
  const count = trial.small ? 300 : 10_000;
  const sink = await startMailSink(trial.random, 0.2, 15);
  trial.cleanUp(sink.server.stop);
  const standing = await startStanding(trial, { smtpUrl: sink.server.url });
  const { incidents } = await fill(standing);
  await addSubscribers(standing.database.pool, count);
  const began = Date.now();
  const { updateId } = await standing.api<{ updateId: string }>(`/api/v1/incidents/${incidents[0]}/updates`, {
    audience: 'PUBLIC',
    text: 'Half of the practice can work again; the other half follows within the hour.',
    next: { minutes: 30 },
  });
  const kills = await killUntilSettled(trial, standing, updateId);
  const rows = await waitFor('every subscriber to have a delivery', async () => {
    const found = await deliveriesOf(standing.database.pool, updateId);
    return found.length >= count ? found : null;
  });
  trial.say(`${kills} kills; ${sink.mails.length} mails taken`);
  return compare(trial, rows, sink, count, began);
}

/** One update to many subscribers, through a mail server on a bad day and a worker that keeps falling. */
export const mailUnderKills: TrialCase<Finding> = {
  name: 'mail-under-kills',
  title: 'Mail: the worker killed every 5 s, the mail server putting off or dropping 20 %',
  run,
};
