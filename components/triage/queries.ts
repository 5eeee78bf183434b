import { queryOptions } from '@tanstack/react-query';
import { api } from '@/components/api/api';
import type { Asked } from '@/lib/platform/rules/address';
import type { triageQueueInput } from '@/lib/triage/schema';

export type TriageAsked = Asked<typeof triageQueueInput>;

export const triageQueueQuery = (asked: TriageAsked) =>
  queryOptions({
    queryKey: ['report', 'triage', asked],
    queryFn: ({ signal }) => api('GET /triage', asked, { signal }),
  });

export const triageReportQuery = (ref: string) =>
  queryOptions({
    queryKey: ['report', 'triage', 'one', ref],
    queryFn: ({ signal }) => api('GET /triage/reports/:ref', { ref }, { signal }),
    enabled: ref !== '',
  });
