import { spawn, spawnSync } from 'node:child_process';
import { Agent } from 'node:http';
import { percentile } from '@/scripts/trial/figures';
import { ask } from '@/scripts/trial/http';

export interface LoadResult {
  requests: number;
  /** How many were not answered with 2xx, or not at all. */
  failed: number;
  seconds: number;
  /** In milliseconds. */
  p50: number;
  p99: number;
}

export interface Load {
  connections: number;
  seconds: number;
  headers?: Record<string, string>;
}

export const loadTool = spawnSync('wrk', ['-v']).error ? 'a node client (wrk is not installed)' : 'wrk';

/** Asks for one address over and over, each connection one request at a time. */
export async function loadGet(url: string, load: Load): Promise<LoadResult> {
  return loadTool === 'wrk' ? await withWrk(url, load) : await withNode(url, load);
}

async function withWrk(url: string, { connections, seconds, headers = {} }: Load): Promise<LoadResult> {
  const given = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`]);
  const args = ['-t1', `-c${connections}`, `-d${seconds}s`, '--latency', ...given, url];
  const child = spawn('wrk', args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8');
  });
  await new Promise((resolve) => child.on('close', resolve));
  return readWrk(said);
}

const perUnit: Record<string, number> = { us: 0.001, ms: 1, s: 1000, m: 60_000 };

function readWrk(said: string): LoadResult {
  const total = /(\d+) requests in ([\d.]+)(us|ms|s|m),/.exec(said);
  if (!total) throw new Error(`wrk said something unexpected:\n${said}`);
  const share = (percent: string): number => {
    const found = new RegExp(`^\\s+${percent}%\\s+([\\d.]+)(us|ms|s|m)$`, 'm').exec(said);
    return Number(found?.[1] ?? 0) * (perUnit[found?.[2] ?? 'ms'] ?? 1);
  };
  const bad = Number(/Non-2xx or 3xx responses: (\d+)/.exec(said)?.[1] ?? 0);
  const sockets = /Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)/.exec(said);
  const broken = (sockets?.slice(1) ?? []).reduce((sum, count) => sum + Number(count), 0);
  const seconds = (Number(total[2]) * (perUnit[total[3] ?? 's'] ?? 1)) / 1000;
  return { requests: Number(total[1]), failed: bad + broken, seconds, p50: share('50'), p99: share('99') };
}

async function withNode(url: string, { connections, seconds, headers = {} }: Load): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const result = await closedLoop(connections, seconds, async () => {
    const { status } = await ask(url, { agent, headers });
    if (status >= 300) throw new Error(String(status));
  });
  agent.destroy();
  return result;
}

/** Runs a task over and over for so many seconds, `width` of them at once. A task that throws counts as failed. */
export async function closedLoop(
  width: number,
  seconds: number,
  task: (number: number) => Promise<unknown>,
): Promise<LoadResult> {
  const began = performance.now();
  const until = began + seconds * 1000;
  const times: number[] = [];
  let failed = 0;
  let number = 0;
  const lane = async (): Promise<void> => {
    while (performance.now() < until) {
      const start = performance.now();
      number += 1;
      try {
        await task(number);
        times.push(performance.now() - start);
      } catch {
        failed += 1;
      }
    }
  };
  await Promise.all(Array.from({ length: width }, lane));
  const took = (performance.now() - began) / 1000;
  return {
    requests: times.length,
    failed,
    seconds: took,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
  };
}
