import { runFirstDrills } from '@/scripts/demo/register/first-drills';

export interface FirstDrills {
  stop(): Promise<void>;
}

/** Looks after the first drills of the demo in the background, until they are over or Standby stops. */
export function startFirstDrills(say: (line: string) => void): FirstDrills {
  const controller = new AbortController();
  void runFirstDrills(say, controller.signal).catch((error: Error) => {
    if (!controller.signal.aborted) {
      say(`The first drills were cut short: ${error.message}. They go on at the next start.`);
    }
  });
  return {
    // What it is at is one transaction, which is done or not; nobody waits for that at the end.
    async stop() {
      controller.abort();
    },
  };
}
