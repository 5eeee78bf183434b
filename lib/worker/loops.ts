import type { Running } from '@/lib/platform/sequencer';

/** Parts of the worker that follow their own rhythm. */
export function startLoops(_holder: string): Running[] {
  return [];
}
