import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { projectRoot, typescriptLoader } from '@/scripts/start/project';
import { trialPort } from '@/scripts/trial/ports';
import type { Trial } from '@/scripts/trial/trial';

export interface Rival {
  url: string;
  pid: number;
  child: ChildProcess;
}

/** Starts a file of processes/ as a process of its own: PORT in its environment, ready when it sends a message. */
export async function startRival(trial: Trial, file: string, args: string[] = []): Promise<Rival> {
  const port = await trialPort();
  const child = spawn(
    process.execPath,
    [...typescriptLoader, join('scripts', 'bench', 'processes', file), ...args],
    {
      cwd: projectRoot,
      env: { ...process.env, NODE_ENV: 'production', PORT: String(port) },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    },
  );
  const ended = once(child, 'exit');
  trial.cleanUp(async () => {
    child.kill('SIGTERM');
    await ended;
  });
  await Promise.race([
    once(child, 'message'),
    ended.then(() => Promise.reject(new Error(`${file} did not start.`))),
  ]);
  return { url: `http://127.0.0.1:${port}`, pid: child.pid ?? 0, child };
}
