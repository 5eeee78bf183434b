import { mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { median, shown, shownMs, shownRatio } from '@/scripts/trial/figures';
import { fill } from '@/scripts/trial/fill';
import { hasNginx, startNginx } from '@/scripts/trial/nginx';
import { cpuSeconds } from '@/scripts/trial/processes';
import { startStanding } from '@/scripts/trial/standing';
import type { Trial, TrialCase } from '@/scripts/trial/trial';
import { waitFor } from '@/scripts/trial/wait';
import { type LoadResult, loadGet, loadTool } from './load';
import { startRival } from './rival';
import { type BenchRow, row } from './row';

const connections = 64;
const asBrowser = { 'accept-encoding': 'br' };

interface Side {
  name: string;
  url: string;
  pid: () => number;
}

interface Round extends LoadResult {
  /** Requests for each second of processor time of the server. */
  perCpu: number;
}

interface Page {
  /** As sent: compressed. */
  body: Buffer;
  headers: string[];
}

async function fetchPage(url: string): Promise<Page> {
  return await new Promise((resolve, reject) => {
    const sent = request(`${url}/`, { headers: asBrowser }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const own = /^(date|connection|keep-alive|x-request-id|strict-transport-security)$/i;
        const pairs = Array.from({ length: response.rawHeaders.length / 2 }, (_, index) =>
          response.rawHeaders.slice(index * 2, index * 2 + 2),
        ).filter(([name = '']) => !own.test(name));
        resolve({ body: Buffer.concat(chunks), headers: pairs.flat() });
      });
    });
    sent.on('error', reject);
    sent.end();
  });
}

/** nginx with the same bytes as a file and the same headers, which it does not make by itself. */
async function nginxSide(trial: Trial, { body, headers }: Page): Promise<Side> {
  const root = join(trial.folder, 'nginx-root');
  mkdirSync(root);
  writeFileSync(join(root, 'index.html'), body);
  const own = /^(content-type|content-length|etag)$/i;
  const added = Array.from({ length: headers.length / 2 }, (_, index) =>
    headers.slice(index * 2, index * 2 + 2),
  )
    .filter(([name = '']) => !own.test(name))
    .map(([name, value]) => `    add_header ${name} "${value}";`);
  const server = await startNginx(trial.folder, `    root ${root};\n    charset utf-8;\n${added.join('\n')}`);
  trial.cleanUp(server.stop);
  return { name: 'nginx', url: server.url, pid: () => server.pid };
}

async function bareSide(trial: Trial, { body, headers }: Page): Promise<Side> {
  const file = join(trial.folder, 'page');
  writeFileSync(file, body);
  const rival = await startRival(trial, 'bare-server.ts', [file, JSON.stringify(headers)]);
  return { name: 'node:http', url: rival.url, pid: () => rival.pid };
}

async function measure(side: Side, seconds: number): Promise<Round> {
  const before = cpuSeconds(side.pid());
  const result = await loadGet(`${side.url}/`, { connections, seconds, headers: asBrowser });
  if (result.failed > 0) throw new Error(`${side.name} left ${result.failed} requests without an answer.`);
  return { ...result, perCpu: result.requests / (cpuSeconds(side.pid()) - before) };
}

function compare(ours: Round[], theirs: Round[], name: string, goal: number | null): BenchRow[] {
  const perCpu = (rounds: Round[]) => median(rounds.map((round) => round.perCpu));
  const p99 = (rounds: Round[]) => median(rounds.map((round) => round.p99));
  const ratio = median(ours.map((round, index) => round.perCpu / (theirs[index]?.perCpu ?? Number.NaN)));
  const late = p99(ours) / p99(theirs);
  return [
    row('status page, requests per CPU second', {
      ours: shown(perCpu(ours)),
      against: `${shown(perCpu(theirs))} ${name}`,
      ratio: shownRatio(ratio),
      ...(goal === null ? {} : { goal: `≥ ${goal}×`, met: ratio >= goal }),
    }),
    row('status page, p99 under that load', {
      ours: shownMs(p99(ours)),
      against: `${shownMs(p99(theirs))} ${name}`,
      ratio: shownRatio(late),
      goal: '≤ 3×',
      met: late <= 3,
    }),
  ];
}

async function run(trial: Trial): Promise<BenchRow[]> {
  const standing = await startStanding(trial);
  const { incidents } = await fill(standing);
  const last = incidents.at(-1) ?? '';
  await waitFor('the page to show all incidents', async () => {
    const page = await fetch(`${standing.product.url}/`);
    return (await page.text()).includes(last);
  });
  const page = await fetchPage(standing.product.url);
  const ours: Side = {
    name: 'Standby',
    url: standing.product.url,
    pid: () => standing.product.pidOf('web') ?? 0,
  };
  const bare = await bareSide(trial, page);
  const sides = [ours, bare];
  if (hasNginx()) sides.push(await nginxSide(trial, page));
  else trial.say('nginx is not installed: that comparison is left out');
  trial.say(`${shown(page.body.length)} bytes of br, ${connections} connections, ${loadTool}`);
  for (const side of sides) await measure(side, 1);
  const rounds = new Map<Side, Round[]>(sides.map((side) => [side, []]));
  const [count, seconds] = trial.small ? [2, 1] : [6, 4];
  for (let number = 1; number <= count; number += 1) {
    for (const side of sides) rounds.get(side)?.push(await measure(side, seconds));
    const said = sides.map((side) => `${side.name} ${shown(rounds.get(side)?.at(-1)?.perCpu ?? 0)}`);
    trial.say(`round ${number} of ${count}, requests per CPU second: ${said.join(', ')}`);
  }
  const own = rounds.get(ours) ?? [];
  const nginx = sides.find(({ name }) => name === 'nginx');
  return [
    ...compare(own, rounds.get(bare) ?? [], 'node:http', 0.6),
    ...(nginx ? compare(own, rounds.get(nginx) ?? [], 'nginx', 0.25) : []),
  ];
}

/** The finished bytes out of memory, against the two servers that do nothing else. */
export const statusPage: TrialCase<BenchRow> = {
  name: 'status-page',
  title: 'Status page: 10 services, 3 incidents, 64 connections',
  run,
};
