import { type ChildProcess, spawn } from 'node:child_process';
import { Refusal } from '@/scripts/command';
import { projectRoot, typescriptLoader } from './project';

export interface ProcessPlan {
  name: string;
  /** The file that the process runs; it sends `{ ready: true }` when it is. */
  entry: string;
  env: NodeJS.ProcessEnv;
}

export interface Supervised {
  /** Resolves when the process is ready for the first time; rejects when it ends again and again before. */
  ready: Promise<void>;
  /** Asks the process to finish what it is at, and ends it after 15 s. */
  stop(): Promise<void>;
}

const DRAIN_LIMIT = 15_000;
const STEADY_AFTER = 10_000;
const LONGEST_PAUSE = 15_000;
const PAUSE_AFTER_SERVICE = 500;
const TRIES_AT_START = 3;

/**
 * How long to wait (milliseconds) before starting again after so many short lives in a row. One that got ready before
 * it ended does its work in between, and people wait for it; one that does not get ready only burns the processor.
 */
export function pauseBeforeRestart(shortLives: number, gotReady: boolean): number {
  if (shortLives <= 1) return 0;
  return gotReady ? PAUSE_AFTER_SERVICE : Math.min(500 * 2 ** (shortLives - 2), LONGEST_PAUSE);
}

/** Keeps one process running: again at once after a crash, more slowly when it keeps crashing. */
export function supervise(plan: ProcessPlan, say: (line: string) => void): Supervised {
  let child: ChildProcess | undefined;
  let wake = () => {};
  const life = { stopping: false, wasReady: false };
  const { promise: ready, resolve, reject } = Promise.withResolvers<void>();
  const ran = (async () => {
    for (let shortLives = 0; !life.stopping; ) {
      const began = Date.now();
      let gotReady = false;
      child = startProcess(plan, () => {
        gotReady = true;
        life.wasReady = true;
        resolve();
      });
      const how = await endOf(child);
      if (life.stopping) break;
      shortLives = Date.now() - began > STEADY_AFTER ? 1 : shortLives + 1;
      if (!life.wasReady && shortLives >= TRIES_AT_START) {
        reject(new Refusal(`The ${plan.name} process does not start (${how}); it says why above.`));
        break;
      }
      const pause = pauseBeforeRestart(shortLives, gotReady);
      say(
        `The ${plan.name} process ended (${how}); starting it again${pause ? ` in ${pause / 1000} s` : ''}.`,
      );
      await new Promise<void>((done) => {
        wake = done;
        setTimeout(done, pause);
      });
    }
  })();
  ready.catch(() => {});
  return {
    ready,
    async stop() {
      life.stopping = true;
      wake();
      if (child && isRunning(child)) await drain(child);
      await ran;
    },
  };
}

/**
 * How V8 uses memory once everything is built: what is young takes less of it, and below a smaller limit what is old grows
 * by smaller steps, so that more is given back. NODE_OPTIONS may say otherwise.
 */
const sparing = '--max-semi-space-size=8 --max-old-space-size=1024';

function startProcess(plan: ProcessPlan, onReady: () => void): ChildProcess {
  // A group of its own: Ctrl-C in the terminal reaches the launcher, which then stops all in their order.
  const isBuilt = !plan.entry.endsWith('.ts');
  const loader = isBuilt ? ['--enable-source-maps'] : typescriptLoader;
  const memory = isBuilt ? { NODE_OPTIONS: `${sparing} ${plan.env.NODE_OPTIONS ?? ''}` } : {};
  const child = spawn(process.execPath, [...loader, plan.entry], {
    cwd: projectRoot,
    env: { ...plan.env, ...memory, STANDBY_PROCESS: plan.name },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    detached: true,
  });
  child.on('message', (message) => {
    if ((message as { ready?: boolean }).ready) onReady();
  });
  return child;
}

async function endOf(child: ChildProcess): Promise<string> {
  return await new Promise((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
}

async function drain(child: ChildProcess): Promise<void> {
  const ended = endOf(child);
  child.kill('SIGTERM');
  const limit = setTimeout(() => child.kill('SIGKILL'), DRAIN_LIMIT);
  await ended;
  clearTimeout(limit);
}

function isRunning(child: ChildProcess): boolean {
  return child.pid !== undefined && child.exitCode === null && child.signalCode === null;
}
