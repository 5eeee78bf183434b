/** The time that a look at a target may take, and the wish of its caller to end it earlier. */
export interface Deadline {
  /** Raised when the time is over or the caller cancelled. */
  signal: AbortSignal;
  timeoutMs: number;
  /** Milliseconds since it began. */
  elapsed(): number;
  isOver(): boolean;
  /** @throws the caller's reason, when the caller cancelled */
  assertWanted(): void;
  end(): void;
}

export function startDeadline(timeoutMs: number, wanted?: AbortSignal): Deadline {
  const abort = new AbortController();
  const began = performance.now();
  let over = false;
  const cancel = (): void => abort.abort(wanted?.reason);
  const timer = setTimeout(() => {
    over = true;
    abort.abort(new Error('The time is over.'));
  }, timeoutMs);
  wanted?.addEventListener('abort', cancel, { once: true });
  if (wanted?.aborted) cancel();
  return {
    signal: abort.signal,
    timeoutMs,
    elapsed: () => performance.now() - began,
    isOver: () => over,
    assertWanted: () => wanted?.throwIfAborted(),
    end: () => {
      clearTimeout(timer);
      wanted?.removeEventListener('abort', cancel);
    },
  };
}

/** The work, or a rejection as soon as the signal is raised; the work's late end troubles nobody. */
export async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  work.catch(() => {});
  let stop = (): void => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
  aborted.catch(() => {});
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
