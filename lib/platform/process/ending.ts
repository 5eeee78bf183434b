/*
 * How every process of ours ends: when it is asked to, when whoever started it is gone, and in any case in time. Nothing
 * is imported, because the web process answers before it loads anything else.
 */

/** What one that ends is at, by its name, so that it can be said when it does not come to its end. */
export type Step = <T>(name: string, work: Promise<T>) => Promise<T>;

/** A web process or a worker is gone after so many milliseconds, whatever state its database is in. */
export const endsWithinMs = 14_000;

/** From now on this process has so many milliseconds; after that it says what it was still at, and ends with exit code 1. */
export function endWithin(ms: number): Step {
  const underWay = new Set<string>();
  setTimeout(() => {
    const name = process.env.STANDBY_PROCESS ?? 'standby';
    const still = [...underWay].join(', ') || 'nothing that has a name';
    process.stderr.write(`${name}: not ended after ${ms / 1000} s, still at ${still}; it ends now.\n`);
    process.exit(1);
  }, ms);
  return async (step, work) => {
    underWay.add(step);
    return await work.finally(() => underWay.delete(step));
  };
}

/**
 * Ends this process in order when it is asked to, and when whoever started it is gone: nobody would look after it, and it
 * would keep the port from the next one. However often it is asked, that is one end.
 */
export function endInOrder(stop: (step: Step) => Promise<unknown>, withinMs = endsWithinMs): void {
  let isEnding = false;
  const end = (): void => {
    if (isEnding) return;
    isEnding = true;
    const step = endWithin(withinMs);
    stop(step).then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`This process did not end in order: ${error}\n`);
        process.exit(1);
      },
    );
  };
  for (const event of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.on(event, end);
  // Whoever started it may be gone before anybody listened.
  if (process.connected === false) end();
}

/**
 * Whoever reads what this process prints may be gone: a pager, a terminal, a supervisor that was killed. It goes on without
 * a word; an error that nobody hears would be printed, and that fail again, without end.
 */
export function printToWhoeverReads(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
}
