import { isReadable } from '@/lib/database/health/read-or';
import { listen } from '@/lib/database/listening';
import type { Running } from '@/lib/platform/process/repeat';
import { positionChannel } from './sequencer';

/** Calls `wake` when positions were given out. NOTIFY is only a hint: a poll once a second makes up for a lost one. */
export function onPositions(wake: () => void, channels: string[] = [positionChannel]): Running {
  const poll = setInterval(() => isReadable() && wake(), 1_000);
  const listening = listen({ channels, heard: wake, listening: wake });
  return {
    stop: async () => {
      clearInterval(poll);
      await listening.stop();
    },
  };
}
