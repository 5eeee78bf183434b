import type { QueryClient } from '@tanstack/react-query';

/** Changes what is shown of these nouns before it is true. @returns puts back what was shown before */
export async function changeAtOnce(
  client: QueryClient,
  nouns: readonly string[],
  change: () => void,
): Promise<() => void> {
  const keys = nouns.map((noun) => ({ queryKey: [noun] }));
  // A reading that is under way would show the old state again.
  await Promise.all(keys.map((key) => client.cancelQueries(key)));
  const before = keys.flatMap((key) => client.getQueriesData(key));
  change();
  return () => {
    for (const [key, data] of before) client.setQueryData(key, data);
  };
}
