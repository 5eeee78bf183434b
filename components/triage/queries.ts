import { queryOptions } from '@tanstack/react-query';
import { api } from '@/components/api/api';
import type { ListFilter } from '@/lib/platform/rules/address';
import type { triageQueueInput } from '@/lib/triage/schema';

export type TriageFilter = ListFilter<typeof triageQueueInput>;

export const triageQueueQuery = (filter: TriageFilter) =>
  queryOptions({
    queryKey: ['report', 'triage', filter],
    queryFn: ({ signal }) => api('GET /triage', filter, { signal }),
  });

export const triageReportQuery = (ref: string) =>
  queryOptions({
    queryKey: ['report', 'triage', 'one', ref],
    queryFn: ({ signal }) => api('GET /triage/reports/:ref', { ref }, { signal }),
    enabled: ref !== '',
  });
