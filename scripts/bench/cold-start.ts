import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { join } from 'node:path';
import { build } from 'esbuild';
import { processEntry } from '@/scripts/start/bundle';
import { projectRoot } from '@/scripts/start/project';
import { median, shownMs, shownRatio } from '@/scripts/trial/figures';
import { fill } from '@/scripts/trial/fill';
import { environmentOf } from '@/scripts/trial/processes';
import { startStanding } from '@/scripts/trial/standing';
import type { Trial, TrialCase } from '@/scripts/trial/trial';
import { pause, waitFor } from '@/scripts/trial/wait';
import { type BenchRow, row } from './row';

interface Start {
  /** Milliseconds from the start of the process to the first 200 for each path, in their order. */
  answered: number[];
}

/** Asks on a new connection; false while nobody listens, or when the answer is no 200. */
async function answers(port: number, path: string): Promise<boolean> {
  return await new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.setNoDelay(true);
    socket.on('connect', () =>
      socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`),
    );
    socket.once('data', (bytes) => {
      resolve(bytes.toString('latin1').startsWith('HTTP/1.1 200'));
      socket.destroy();
    });
    socket.once('error', () => resolve(false));
    socket.once('close', () => resolve(false));
  });
}

async function timeStart(
  trial: Trial,
  entry: string,
  env: NodeJS.ProcessEnv,
  paths: string[],
): Promise<Start> {
  const port = Number(env.PORT);
  const began = performance.now();
  const child = spawn(process.execPath, ['--enable-source-maps', entry], {
    cwd: projectRoot,
    env,
    stdio: 'ignore',
  });
  const ended = once(child, 'exit');
  const end = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  trial.cleanUp(end);
  const answered: number[] = [];
  for (const path of paths) {
    await waitFor(`${path} to answer`, () => answers(port, path), 60_000, 2);
    answered.push(performance.now() - began);
  }
  await end();
  await pause(500);
  return { answered };
}

/** Bundled as the product is, so that both sides start from plain JavaScript. */
async function bareNext(trial: Trial): Promise<string> {
  const outfile = join(projectRoot, '.next', 'standby', 'bare-next.mjs');
  const entryPoints = [join('scripts', 'bench', 'processes', 'bare-next.ts')];
  await build({
    absWorkingDir: projectRoot,
    entryPoints,
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
  });
  trial.say('each start is a new process; the database runs');
  return outfile;
}

async function run(trial: Trial): Promise<BenchRow[]> {
  const standing = await startStanding(trial);
  const { incidents } = await fill(standing);
  const { product } = standing;
  await waitFor('the page to show the incidents', async () =>
    (await (await fetch(`${product.url}/`)).text()).includes(incidents.at(-1) ?? ''),
  );
  const env: NodeJS.ProcessEnv = { ...environmentOf(product.pidOf('web') ?? 0), NODE_ENV: 'production' };
  // Stopping keeps the last published bytes in the data folder.
  await product.stop();
  const bare = await bareNext(trial);
  const page = '/sign-in';
  const [first, ready, next]: [number[], number[], number[]] = [[], [], []];
  const rounds = trial.small ? 2 : 10;
  for (let number = 1; number <= rounds; number += 1) {
    const own = await timeStart(trial, processEntry('web', true), env, ['/', page]);
    const theirs = await timeStart(trial, bare, env, [page]);
    first.push(own.answered[0] ?? 0);
    ready.push(own.answered[1] ?? 0);
    next.push(theirs.answered[0] ?? 0);
    trial.say(
      `start ${number} of ${rounds}: status page ${shownMs(own.answered[0] ?? 0)}, ` +
        `${page} ${shownMs(own.answered[1] ?? 0)}, bare Next ${shownMs(theirs.answered[0] ?? 0)}`,
    );
  }
  const ratio = median(ready.map((ms, index) => ms / (next[index] ?? ms)));
  return [
    row('process start → status page answered', {
      ours: shownMs(median(first)),
      against: `slowest ${shownMs(Math.max(...first))}`,
      goal: '≤ 500 ms',
      met: median(first) <= 500,
    }),
    row(`process start → a page by Next (${page})`, {
      ours: shownMs(median(ready)),
      against: `${shownMs(median(next))} bare Next`,
      ratio: shownRatio(ratio),
      goal: '≤ 1.5×',
      met: ratio <= 1.5,
    }),
  ];
}

/** The web process alone, on data that was published before. */
export const coldStart: TrialCase<BenchRow> = {
  name: 'cold-start',
  title: 'Cold start: to the last published status page, and to Next',
  run,
};
