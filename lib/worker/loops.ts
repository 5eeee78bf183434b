import type { Running } from '@/lib/platform/sequencer';
import { startSpoolReplay } from '@/lib/spool/replay';

/** Parts of the worker that follow their own rhythm. */
export function startLoops(_holder: string): Running[] {
  return [startSpoolReplay()];
}
