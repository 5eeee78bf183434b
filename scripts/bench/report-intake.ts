import { randomUUID } from 'node:crypto';
import { Agent } from 'node:http';
import pg from 'pg';
import type { Context } from '@/lib/platform/context';
import { ofCaller } from '@/lib/web/turns';
import { median, shown, shownMs, shownRatio } from '@/scripts/trial/figures';
import { fill } from '@/scripts/trial/fill';
import { ask } from '@/scripts/trial/http';
import { makeKey, type Standing, startStanding } from '@/scripts/trial/standing';
import type { Trial, TrialCase } from '@/scripts/trial/trial';
import { insertBareReport } from './bare-report';
import { closedLoop, type LoadResult } from './load';
import { type BenchRow, row } from './row';

const atOnce = 32;
/** As many connections as a process of the product has. */
const connections = 16;
const description =
  'Since about two o’clock every case I open shows a blank page. Two colleagues see the same, in Chrome and in ' +
  'Firefox. Signing out and in again did not help, and there is a client in the room.';

interface Side {
  name: string;
  send: (number: number) => Promise<unknown>;
  rounds: LoadResult[];
}

const report = (service: string) => ({
  service,
  experience: 'SLOW_OR_PARTS' as const,
  description,
  affected: 'A_FEW' as const,
  noticed: 'JUST_NOW' as const,
});

/** The command itself, called in this process on the same database. */
async function commandSide(trial: Trial, { product }: Standing, keyId: string): Promise<Side> {
  Object.assign(process.env, {
    DATABASE_URL: product.environment.DATABASE_URL,
    STANDBY_SECRET: product.environment.STANDBY_SECRET,
    STANDBY_DATA_DIR: product.environment.STANDBY_DATA_DIR,
    STANDBY_POOL: String(connections),
  });
  const { fileReport } = await import('@/lib/reports/commands/file');
  const { closeDatabase } = await import('@/lib/database/db');
  trial.cleanUp(closeDatabase);
  const ctx: Context = {
    actor: { kind: 'key', keyId, role: 'USER' },
    requestId: randomUUID(),
    addressBlock: '0123456789abcdef0123456789abcdef',
    userAgent: 'bench',
  };
  const send = async () => await fileReport({ ...ctx, idempotencyKey: randomUUID() }, report('case-records'));
  return { name: 'fileReport', send, rounds: [] };
}

/** As many callers as take all of the places: one key has three at a time. */
function apiSide(trial: Trial, { product }: Standing): Side {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  trial.cleanUp(() => agent.destroy());
  const keys = Array.from({ length: Math.ceil(atOnce / ofCaller) }, () => makeKey(product, 'user'));
  const send = async (number: number) => {
    const authorization = `Bearer ${keys[number % keys.length]}`;
    const headers = { authorization, 'idempotency-key': randomUUID() };
    const answer = await ask(`${product.url}/api/v1/reports`, {
      agent,
      headers,
      body: report('case-records'),
    });
    if (answer.status !== 201) throw new Error(`${answer.status} ${answer.body}`);
  };
  return { name: 'API', send, rounds: [] };
}

function bareSide(trial: Trial, standing: Standing, keyId: string, serviceId: string): Side {
  const pool = new pg.Pool({ connectionString: standing.database.url, max: connections });
  trial.cleanUp(() => pool.end());
  const send = async () => await insertBareReport(pool, { keyId, serviceId, description });
  return { name: 'pg pool', send, rounds: [] };
}

const perSecond = ({ requests, seconds }: LoadResult) => requests / seconds;

function compare(ours: Side, bare: Side): BenchRow[] {
  const ratio = median(
    ours.rounds.map((round, index) => perSecond(round) / perSecond(bare.rounds[index] ?? round)),
  );
  const p99 = (side: Side) => median(side.rounds.map((round) => round.p99));
  const late = p99(ours) / p99(bare);
  return [
    row(`report stored, ${ours.name}, per second`, {
      ours: shown(median(ours.rounds.map(perSecond))),
      against: `${shown(median(bare.rounds.map(perSecond)))} ${bare.name}`,
      ratio: shownRatio(ratio),
      goal: '≥ 0.5×',
      met: ratio >= 0.5,
    }),
    row(`report stored, ${ours.name}, p99`, {
      ours: shownMs(p99(ours)),
      against: `${shownMs(p99(bare))} ${bare.name}`,
      ratio: shownRatio(late),
      goal: '≤ 5×',
      met: late <= 5,
    }),
  ];
}

async function run(trial: Trial): Promise<BenchRow[]> {
  // Without a worker, which would read what either side writes and take its share of the processor.
  const standing = await startStanding(trial, { role: 'web' });
  const { services } = await fill(standing);
  const { rows } = await standing.database.pool.query<{ id: string }>('select id from api_key');
  const [keyId, serviceId] = [rows[0]?.id ?? '', services[0]?.id ?? ''];
  const bare = bareSide(trial, standing, keyId, serviceId);
  const command = await commandSide(trial, standing, keyId);
  const sides = [bare, command, apiSide(trial, standing)];
  // A failure of a first call is told as it is; in the rounds it would only be counted.
  for (const side of sides) await side.send(0);
  for (const side of sides) await closedLoop(atOnce, 1, side.send);
  const [count, seconds] = trial.small ? [2, 1] : [6, 3];
  for (let number = 1; number <= count; number += 1) {
    for (const side of sides) {
      const round = await closedLoop(atOnce, seconds, side.send);
      if (round.failed > 0) throw new Error(`${side.name}: ${round.failed} reports were refused.`);
      side.rounds.push(round);
    }
    const said = sides.map((side) => `${side.name} ${shown(perSecond(side.rounds.at(-1) as LoadResult))}`);
    trial.say(`round ${number} of ${count}, reports per second: ${said.join(', ')}`);
  }
  return sides.slice(1).flatMap((side) => compare(side, bare));
}

/** 32 at once, each with report, link, event, subject and inbox row, and with `synchronous_commit` on. */
export const reportIntake: TrialCase<BenchRow> = {
  name: 'report-intake',
  title: 'Reports: 32 at once, against a bare pg pool doing the same inserts',
  run,
};
