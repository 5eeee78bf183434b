import { once } from 'node:events';
import type { Context } from '@/lib/platform/context';
import { median, percentile, shown, shownMs, shownRatio } from '@/scripts/trial/figures';
import { fill } from '@/scripts/trial/fill';
import { ask } from '@/scripts/trial/http';
import { residentBytes } from '@/scripts/trial/processes';
import { type Standing, startStanding } from '@/scripts/trial/standing';
import type { Trial, TrialCase } from '@/scripts/trial/trial';
import { pause } from '@/scripts/trial/wait';
import { type Rival, startRival } from './rival';
import { type BenchRow, row } from './row';

const now = () => Number(process.hrtime.bigint()) / 1e6;

interface Side {
  name: string;
  readers: Rival;
  /** Kilobytes for each stream that is open. */
  perClient: number;
  /** Sends something to all. @returns the instant from which it counts */
  send: () => Promise<number>;
  /** Milliseconds until each client had it, of all rounds. */
  late: number[];
  missed: number;
}

async function told(readers: Rival, kind: string): Promise<Record<string, unknown>> {
  for (;;) {
    const [message] = (await once(readers.child, 'message')) as [Record<string, unknown>];
    if (kind in message) return message;
  }
}

/** Opens the streams and weighs them: what the server's memory grew by. */
async function openStreams(trial: Trial, url: string, server: number, paths: string[]) {
  const before = residentBytes(server);
  const readers = await startRival(trial, 'stream-readers.ts');
  readers.child.send({ port: Number(new URL(url).port), paths });
  await told(readers, 'open');
  await pause(1_000);
  return { readers, perClient: (residentBytes(server) - before) / paths.length / 1024 };
}

async function bareSide(trial: Trial, count: number): Promise<Side> {
  const hub = await startRival(trial, 'bare-hub.ts');
  const paths = Array.from({ length: count }, () => '/live');
  const opened = await openStreams(trial, hub.url, hub.pid, paths);
  const send = async () => {
    const instant = now();
    await ask(hub.url, { method: 'POST' });
    return instant;
  };
  return { name: 'node:http hub', ...opened, send, late: [], missed: 0 };
}

/** Tracking links of reports on the incident: who filed them hears of its updates. */
async function trackingPaths({ api }: Standing, incidentRef: string, count: number): Promise<string[]> {
  const links: string[] = [];
  for (let number = 0; number < Math.min(count, 100); number += 1) {
    const { trackingPath } = await api<{ trackingPath: string }>('/api/v1/reports', {
      service: 'case-records',
      experience: 'UNUSABLE',
      description: `It does not open here either, room ${number}.`,
      incidentRef,
    });
    links.push(`/api/v1/tracking/${trackingPath.split('/').at(-1)}/live`);
  }
  return Array.from({ length: count }, (_, index) => links[index % links.length] as string);
}

/**
 * The command is called in this process, so that the instant of its commit is known: before it returns, all is on disk.
 */
async function standbySide(trial: Trial, standing: Standing, incident: string, count: number): Promise<Side> {
  const { product } = standing;
  const { DATABASE_URL, STANDBY_SECRET } = product.environment;
  Object.assign(process.env, { DATABASE_URL, STANDBY_SECRET });
  const { publishUpdate } = await import('@/lib/incidents/commands/publish-update');
  const { closeDatabase } = await import('@/lib/database/db');
  trial.cleanUp(closeDatabase);
  const paths = await trackingPaths(standing, incident, count);
  const opened = await openStreams(trial, product.url, product.pidOf('web') ?? 0, paths);
  const ctx: Context = { actor: { kind: 'cli' }, requestId: 'bench-live-clients' };
  const send = async () => {
    const text = `Still looking, ${new Date().toISOString()}.`;
    await publishUpdate(ctx, { ref: incident, audience: 'PUBLIC', text, next: { minutes: 30 } });
    return now();
  };
  return { name: 'Standby', ...opened, send, late: [], missed: 0 };
}

async function measureOnce(side: Side, clients: number): Promise<void> {
  const { child } = side.readers;
  const armed = told(side.readers, 'listening');
  child.send({ listen: 5_000 });
  await armed;
  const heard = told(side.readers, 'heard');
  const instant = await side.send();
  const instants = (await heard).heard as number[];
  // What arrives in the same breath as the commit's own answer counts as at once.
  side.late.push(...instants.map((at) => Math.max(0, at - instant)));
  side.missed += clients - instants.length;
}

async function compareWith(trial: Trial, standing: Standing, incident: string, clients: number) {
  const bare = await bareSide(trial, clients);
  const ours = await standbySide(trial, standing, incident, clients);
  const rounds = trial.small ? 5 : 20;
  for (let number = 1; number <= rounds; number += 1) {
    for (const side of [bare, ours]) await measureOnce(side, clients);
    await pause(300);
    if (number % 5 === 0) {
      trial.say(`${shown(clients)} clients, round ${number} of ${rounds}: p50 ${shownMs(median(ours.late))}`);
    }
  }
  for (const { readers } of [bare, ours]) readers.child.kill('SIGTERM');
  return [ours, bare] as const;
}

function rowsOf(clients: number, ours: Side, bare: Side): BenchRow[] {
  const late = percentile(ours.late, 0.99);
  const bareLate = percentile(bare.late, 0.99);
  return [
    row(`commit → ${shown(clients)} live clients, p99`, {
      ours: shownMs(late),
      against: `${shownMs(bareLate)} ${bare.name}`,
      ratio: shownRatio(late / bareLate),
      goal: '≤ 1.5× or ≤ 300 ms',
      met: late <= 300 || late <= bareLate * 1.5,
    }),
    row(`live client, memory of the server`, {
      ours: `${shown(ours.perClient)} KB`,
      against: `${shown(bare.perClient)} KB ${bare.name}`,
      ratio: shownRatio(ours.perClient / bare.perClient),
      goal: '≤ 25 KB',
      met: ours.perClient <= 25,
    }),
    row(`hints that did not arrive within 5 s`, {
      ours: String(ours.missed),
      against: `${bare.missed} ${bare.name}`,
      goal: '0',
      met: ours.missed === 0,
    }),
  ];
}

async function run(trial: Trial): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const clients of trial.small ? [200] : [1_000, 5_000]) {
    // Each on a fresh process: memory that was used once is not given back, and would hide what a client costs.
    const standing = await startStanding(trial);
    const { incidents } = await fill(standing);
    const [ours, bare] = await compareWith(trial, standing, incidents[0] ?? '', clients);
    rows.push(...rowsOf(clients, ours, bare));
    await trial.endAll();
  }
  return rows;
}

/** Reporters with their tracking page open while an update to all of them is published. */
export const liveClients: TrialCase<BenchRow> = {
  name: 'live-clients',
  title: 'Live: an update committed → 1,000 and 5,000 clients of one web process',
  run,
};
