import { queryOptions } from '@tanstack/react-query';
import { api } from '@/components/api/api';

export type TriageShow = 'waiting' | 'asked' | 'mine' | 'all';

export const triageQueueQuery = (show: TriageShow) =>
  queryOptions({
    queryKey: ['report', 'triage', show],
    queryFn: ({ signal }) => api('GET /triage', { show }, { signal }),
  });

export const triageReportQuery = (ref: string) =>
  queryOptions({
    queryKey: ['report', 'triage', 'one', ref],
    queryFn: ({ signal }) => api('GET /triage/reports/:ref', { ref }, { signal }),
    enabled: ref !== '',
  });
