import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { percentile, shown, shownMs } from '@/scripts/trial/figures';
import { cpuSeconds, residentBytes } from '@/scripts/trial/processes';
import { type Standing, startStanding } from '@/scripts/trial/standing';
import type { Trial, TrialCase } from '@/scripts/trial/trial';
import { pause, waitFor } from '@/scripts/trial/wait';
import { type BenchRow, row } from './row';

const count = 500;
const now = (): number => performance.timeOrigin + performance.now();

interface Target {
  port: number;
  /** When each monitor asked, in milliseconds since 1970. */
  asked: number[][];
}

async function startTarget(trial: Trial): Promise<Target> {
  const asked: number[][] = Array.from({ length: count }, () => []);
  const server = createServer((request, response) => {
    asked[Number(request.url?.slice(1))]?.push(now());
    response.end('ok');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  trial.cleanUp(() => {
    server.closeAllConnections();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, asked };
}

/** The list of outgoing calls and a service, by the commands that people use. @returns the service's id */
async function prepare(trial: Trial, { database, product }: Standing, port: number): Promise<string> {
  const { DATABASE_URL, STANDBY_SECRET } = product.environment;
  Object.assign(process.env, { DATABASE_URL: DATABASE_URL ?? database.url, STANDBY_SECRET });
  const { changeSettings } = await import('@/lib/settings/commands/change');
  const { settingsInForce } = await import('@/lib/settings/in-force');
  const { createService } = await import('@/lib/services/commands/create');
  const { closeDatabase } = await import('@/lib/database/db');
  trial.cleanUp(closeDatabase);
  const ctx = { actor: { kind: 'cli' as const }, requestId: 'bench-monitors' };
  const { version } = await settingsInForce();
  const outgoing = { allow: [`127.0.0.1:${port}`] };
  await changeSettings(ctx, { version, reason: 'The server of this trial', outgoing });
  return (await createService(ctx, { name: 'Shop', slug: 'shop' })).id;
}

interface Plan {
  /** The first look of the first monitor, in milliseconds since 1970. */
  start: number;
  /** Between the first looks of one monitor and the next. */
  step: number;
  interval: number;
}

/** Each monitor asks a path of its own, so that the target knows who comes. */
async function makeMonitors(standing: Standing, serviceId: string, port: number): Promise<void> {
  const { newId } = await import('@/lib/platform/ids');
  const rows = Array.from({ length: count }, (_, number) => {
    const url = `http://127.0.0.1:${port}/${number}`;
    const request = { method: 'GET', url, headers: {}, body: null, redirects: 0 };
    const expect = { status: [], text: null, json: [], maxMs: null };
    return {
      id: newId(),
      name: `Page ${number}`,
      config: { kind: 'HTTP', request, expect, timeoutMs: 5_000 },
    };
  });
  await standing.database.pool.query(
    `insert into monitor (id, service_id, name, kind, config, interval_seconds, timeout_ms, paused_at)
     select r.id, $1, r.name, 'HTTP', r.config, 30, 5000, now()
     from jsonb_to_recordset($2::jsonb) as r(id uuid, name text, config jsonb)`,
    [serviceId, JSON.stringify(rows)],
  );
}

async function setOff({ database }: Standing, { start, step, interval }: Plan): Promise<void> {
  await database.pool.query(
    `update monitor set paused_at = null, interval_seconds = $1,
       next_at = to_timestamp($2::float8 / 1000) + make_interval(secs => substr(name, 6)::int * $3::float8 / 1000)`,
    [interval / 1_000, start, step],
  );
}

/** How late every look came to the target, from the moment it was due. */
function lateness(asked: number[][], { start, step, interval }: Plan, rounds: number): number[] {
  return asked.flatMap((times, number) =>
    times.slice(0, rounds).map((at, round) => at - (start + number * step + round * interval)),
  );
}

async function keptLooks({ database }: Standing): Promise<number> {
  const { rows } = await database.pool.query<{ kept: number }>(
    'select count(*)::int as kept from probe_result',
  );
  return rows[0]?.kept ?? 0;
}

function lateRows(what: string, late: number[], goal: number): BenchRow[] {
  const [p50, p99, most] = [percentile(late, 0.5), percentile(late, 0.99), Math.max(...late)];
  return [
    row(`${what}, p50`, { ours: shownMs(p50) }),
    row(`${what}, p99`, { ours: shownMs(p99), goal: `≤ ${shownMs(goal)}`, met: p99 <= goal }),
    row(`${what}, max`, { ours: shownMs(most) }),
  ];
}

async function run(trial: Trial): Promise<BenchRow[]> {
  const [rounds, interval] = trial.small ? [2, 10_000] : [3, 30_000];
  const standing = await startStanding(trial, { role: 'worker' });
  const target = await startTarget(trial);
  const serviceId = await prepare(trial, standing, target.port);
  await makeMonitors(standing, serviceId, target.port);
  const worker = standing.product.pidOf('worker') ?? 0;
  const spread: Plan = { start: now() + 3_000, step: interval / count, interval };
  const before = cpuSeconds(worker);
  await setOff(standing, spread);
  const seconds = 3 + (rounds * interval) / 1_000;
  for (let round = 1; round <= rounds; round += 1) {
    await pause(spread.start + round * interval - 10 - now());
    trial.say(`round ${round} of ${rounds}: ${shown(target.asked.flat().length)} looks came`);
  }
  // The rest of the interval is silence, and the last looks are on their way.
  await standing.database.pool.query('update monitor set paused_at = now()');
  const cpu = (cpuSeconds(worker) - before) / seconds;
  const expected = count * rounds;
  await waitFor('all looks to be kept', async () => (await keptLooks(standing)) >= expected);
  // A worker may begin another round before it hears of the pause.
  const late = lateness(target.asked, spread, rounds);
  const came = late.length;
  for (const times of target.asked) times.length = 0;
  const atOnce: Plan = { start: now() + 2_000, step: 0, interval: 3_600_000 };
  await setOff(standing, atOnce);
  await waitFor('500 at once', () => target.asked.every((times) => times.length > 0));
  return [
    row(`looks kept, of ${expected} due`, { ours: shown(came), goal: `${expected}`, met: came === expected }),
    ...lateRows(`${count} every ${interval / 1_000} s, late`, late, 1_000),
    ...lateRows(`${count} due at once, late`, lateness(target.asked, atOnce, 1), 5_000),
    row('one worker, of a processor', { ours: `${shown(cpu * 100)} %` }),
    row('one worker, memory', { ours: `${shown(residentBytes(worker) / 1024 / 1024)} MB` }),
  ];
}

/** HTTP over loopback: a connection, a request and an answer for each look, kept with its phases. */
export const monitors: TrialCase<BenchRow> = {
  name: 'monitors',
  title: 'Monitors: 500 looks every 30 s on one worker, and 500 due at once',
  run,
};
