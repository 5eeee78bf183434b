import type { LiveState } from '@/components/live/live-messages';
import { classNames } from '@/components/ui/class-names';

const words: Record<LiveState, string> = {
  live: 'Live',
  reconnecting: 'Reconnecting',
  offline: 'Offline',
  ended: 'Signed out',
};

/** Whether the page changes by itself: a disc, a turning ring, or a crossed ring, each with its word. */
export function LiveMark({ state }: { state: LiveState }) {
  return (
    <span className={classNames('live', state)} role="status">
      <i aria-hidden />
      {words[state]}
    </span>
  );
}
