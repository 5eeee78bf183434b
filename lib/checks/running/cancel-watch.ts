import { logger } from '@/lib/platform/process/log';
import { endedChecks } from './claim';

const everyMs = 500;

/** Ends the look of a check that somebody skips while it runs: the skip is in the database, the look in a worker. */
export function cancelWatch(): (id: string) => { signal: AbortSignal; done: () => void } {
  const running = new Map<string, AbortController>();
  let timer: ReturnType<typeof setInterval> | undefined;
  const poll = async (): Promise<void> => {
    const ended = await endedChecks([...running.keys()]);
    for (const id of ended) running.get(id)?.abort();
  };
  const rest = (): void => {
    if (running.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
  return (id) => {
    const controller = new AbortController();
    running.set(id, controller);
    timer ??= setInterval(() => {
      poll().catch((error) =>
        logger().debug({ err: error }, 'checks: whether some were skipped is not known'),
      );
    }, everyMs);
    return {
      signal: controller.signal,
      done: () => {
        if (running.get(id) === controller) running.delete(id);
        rest();
      },
    };
  };
}
