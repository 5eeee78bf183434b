import { queryOptions } from '@tanstack/react-query';
import { api } from '@/components/api/api';

/** Probes make no events, so they are asked for as often as most monitors probe. */
const everyMs = 30_000;

export const monitorListQuery = (slug: string) =>
  queryOptions({
    queryKey: ['monitor', 'of', slug],
    queryFn: ({ signal }) => api('GET /services/:service/monitors', { service: slug }, { signal }),
    refetchInterval: everyMs,
  });
