/**
 * Resolves at the first wish to stop: Ctrl-C, SIGTERM, or the end of the launcher. Later ones are the same wish
 * and change nothing.
 */
export function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
  });
}
