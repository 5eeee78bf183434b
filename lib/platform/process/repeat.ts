import { logger } from './log';
import { pause } from './pause';

/** What goes on until it is stopped; `stop` ends when all of it has ended. */
export interface Running {
  stop(): Promise<void>;
}

/**
 * Does some work again and again, with a rest of `everyMs` milliseconds between, until stopped. What fails is logged
 * with the sentence `failed` and tried again after the same rest; what is under way is waited for.
 */
export function repeat(
  work: () => Promise<unknown>,
  { everyMs, failed }: { everyMs: number; failed: string },
): Running {
  const stopping = new AbortController();
  const loop = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await work().catch((error) => logger().warn({ err: error }, failed));
      await pause(everyMs, stopping.signal);
    }
  };
  const done = loop();
  return {
    stop: async () => {
      stopping.abort();
      await done;
    },
  };
}
