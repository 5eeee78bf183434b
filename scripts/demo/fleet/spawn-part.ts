import { type ChildProcess, spawn } from 'node:child_process';

/** The same program as this one in another part; with a small heap, because six of them run beside Standby. */
export function spawnPart(part: 'shop' | 'store', plan: unknown): ChildProcess {
  const { execPath, execArgv, argv } = process;
  return spawn(execPath, ['--max-old-space-size=48', '--max-semi-space-size=1', ...execArgv, argv[1] ?? ''], {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      STANDBY_FLEET_PART: part,
      STANDBY_FLEET_PLAN: JSON.stringify(plan),
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
}

/** Resolves once it listens. */
export async function readyPart(child: ChildProcess, name: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`${name} ended while it was starting.`)));
    child.on('message', (message: { ready?: boolean }) => message.ready && resolve());
  });
}
