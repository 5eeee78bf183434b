import type { ChildProcess } from 'node:child_process';
import { readyPart, spawnPart } from '@/scripts/demo/fleet/spawn-part';
import type { StorePlan } from './run-store';

const restartAfterMs = 500;

/** Runs the store as a process of its own, on its own folder, and starts it again when it ends unasked. */
export async function startStore(plan: StorePlan): Promise<{ stop(): Promise<void> }> {
  let stopping = false;
  let child: ChildProcess | undefined;
  let ended = Promise.resolve();
  const run = async (): Promise<void> => {
    const started = spawnPart('store', plan);
    child = started;
    ended = new Promise((resolve) => started.once('exit', () => resolve()));
    void ended.then(() => {
      if (!stopping) setTimeout(() => !stopping && void run().catch(() => {}), restartAfterMs);
    });
    await readyPart(started, 'The snapshot store');
  };
  await run();
  return {
    async stop() {
      stopping = true;
      child?.kill('SIGTERM');
      await ended;
    },
  };
}
