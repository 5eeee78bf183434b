'use client';

import { onlineManager } from '@tanstack/react-query';
import { useMemo, useSyncExternalStore } from 'react';
import { serverNow } from '@/components/ui/server-time';
import { StaleNote } from '@/components/ui/stale-note';

function useOnline(): boolean {
  return useSyncExternalStore(
    (listener) => onlineManager.subscribe(listener),
    () => onlineManager.isOnline(),
    () => true,
  );
}

interface StalenessProps {
  /** What `useQuery` gave. */
  query: {
    error: Error | null;
    dataUpdatedAt: number;
    isFetching: boolean;
    refetch: () => Promise<unknown>;
  };
}

/** Says how old the page is while it cannot be read anew; nothing while it can. */
export function Staleness({ query }: StalenessProps) {
  const online = useOnline();
  // The library notes it by the device's clock.
  const at = useMemo(() => serverNow() - (Date.now() - query.dataUpdatedAt), [query.dataUpdatedAt]);
  if (online && !query.error) return null;
  return (
    <div className="mb-4">
      <StaleNote
        at={at}
        reason={online ? undefined : 'You are offline. What you write is kept on this device.'}
        onRetry={online ? () => void query.refetch() : undefined}
        pending={query.isFetching}
      />
    </div>
  );
}
