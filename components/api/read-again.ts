import type { Query, QueryClient, QueryFilters } from '@tanstack/react-query';

/** Nobody waits longer for a reading: its connection may be gone, which no browser notices for minutes. */
const patienceMs = 10_000;
/** What is read once more as soon as the reading under way has ended. */
const awaited = new WeakMap<Query, Promise<void>>();

/**
 * Reads again what the page shows of these. What is being read already may be answered as it was before the change: its
 * answer is shown, and then it is read once more, so that changes in quick succession hold up no answer.
 * @returns when the newest answers are shown, or their reading failed
 */
export async function readAgain(client: QueryClient, filters: QueryFilters = {}): Promise<void> {
  const underWay = client.getQueryCache().findAll({ ...filters, fetchStatus: 'fetching' });
  const isIdle = (query: Query): boolean => !underWay.includes(query) && (filters.predicate?.(query) ?? true);
  await Promise.all([
    client.invalidateQueries({ ...filters, predicate: isIdle }),
    ...underWay.map((query) => afterwards(client, query)),
  ]);
}

function afterwards(client: QueryClient, query: Query): Promise<void> {
  const before = awaited.get(query);
  if (before) return before;
  const ended = query.promise?.catch(() => undefined);
  const patience = new Promise((resolve) => setTimeout(resolve, patienceMs));
  const once = Promise.race([ended, patience]).then(() => {
    awaited.delete(query);
    return client.invalidateQueries({ queryKey: query.queryKey, exact: true });
  });
  awaited.set(query, once);
  return once;
}
