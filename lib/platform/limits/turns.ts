import { AppError } from '@/lib/platform/errors';

type Turn = <T>(task: () => Promise<T>) => Promise<T>;

/**
 * Lets a number of tasks run at once; the others wait their turn, first come, first served.
 * @param waitMs waits no longer than that many milliseconds: then @throws AppError `unavailable`
 */
export function turns(count: number, waitMs?: number): Turn {
  let free = count;
  const queue = new Set<() => void>();
  const waited = async (): Promise<void> => {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    queue.add(resolve);
    const timer =
      waitMs === undefined
        ? undefined
        : setTimeout(() => {
            if (!queue.delete(resolve)) return;
            const sentence = 'Too much is being done at this moment. Nothing was changed; try again.';
            reject(new AppError('unavailable', sentence, { retryAfter: 5 }));
          }, waitMs);
    await promise.finally(() => clearTimeout(timer));
  };
  return async (task) => {
    if (free > 0) free -= 1;
    else await waited();
    try {
      return await task();
    } finally {
      const [next] = queue;
      if (next) {
        queue.delete(next);
        next();
      } else free += 1;
    }
  };
}

/** The same for each of many by itself, such as for whoever acts: one who does much keeps nobody else waiting. */
export function turnsOfEach(count: number, waitMs: number): (name: string) => Turn {
  const each = new Map<string, { turn: Turn; tasks: number }>();
  return (name) => async (task) => {
    const own = each.get(name) ?? { turn: turns(count, waitMs), tasks: 0 };
    each.set(name, own);
    own.tasks += 1;
    try {
      return await own.turn(task);
    } finally {
      own.tasks -= 1;
      if (own.tasks === 0) each.delete(name);
    }
  };
}
