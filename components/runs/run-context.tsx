'use client';

import { createContext, type ReactNode, use } from 'react';
import type { RunView } from '@/lib/runs/queries/views';

const Scene = createContext<RunView | null>(null);

export function RunProvider({ run, children }: { run: RunView; children: ReactNode }) {
  return <Scene value={run}>{children}</Scene>;
}

/** The run that the page is about, as it is now. */
export function useRun(): RunView {
  const run = use(Scene);
  if (!run) throw new Error('This part belongs on the page of a run.');
  return run;
}
