import type { MonitorState } from './schema';

interface MonitorHealth {
  state: MonitorState;
  /** Probes in a row that failed. */
  failures: number;
}

interface Move extends MonitorHealth {
  /** Set when the change is news; becoming known to be up is none. */
  event: 'DOWN' | 'UP' | null;
}

/** Where a monitor stands after one more probe. One good probe is enough to be up; down takes some in a row. */
export function afterResult({ state, failures }: MonitorHealth, ok: boolean, confirmations: number): Move {
  if (ok) return { state: 'UP', failures: 0, event: state === 'DOWN' ? 'UP' : null };
  const failed = failures + 1;
  if (state === 'DOWN' || failed < confirmations) return { state, failures: failed, event: null };
  return { state: 'DOWN', failures: failed, event: 'DOWN' };
}
