import type { RunView } from '@/lib/runs/queries/views';

/** What every act on a run has in common, for `useAct`. */
export function actOnRun({ version }: RunView) {
  return { touches: ['run', 'incident'], version } as const;
}

/** A run moves on by itself, so what is written about it is sent with the version that is shown by then. */
export function formOnRun(run: RunView) {
  return { ...actOnRun(run), form: 'shown' } as const;
}
