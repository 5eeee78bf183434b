import { queryOptions } from '@tanstack/react-query';
import { api, type Input } from '@/components/api/api';
import type { TimelineFilter } from '@/lib/incidents/queries/views';

export const incidentListQuery = (filter: Input<'GET /incidents'>) =>
  queryOptions({
    queryKey: ['incident', 'list', filter],
    queryFn: ({ signal }) => api('GET /incidents', filter, { signal }),
  });

export const incidentQuery = (ref: string) =>
  queryOptions({
    queryKey: ['incident', ref],
    queryFn: ({ signal }) => api('GET /incidents/:ref', { ref }, { signal }),
  });

export function readTimeline(
  ref: string,
  filter: TimelineFilter,
  before: string | null,
  signal: AbortSignal,
) {
  return api('GET /incidents/:ref/timeline', { ref, filter, before }, { signal });
}

export const settingsQuery = queryOptions({
  queryKey: ['settings'],
  queryFn: ({ signal }) => api('GET /settings', {}, { signal }),
  staleTime: 300_000,
});

export const incidentReportsKey = (ref: string) => ['report', 'of', ref];

export function readIncidentReports(ref: string, after: string | null, signal: AbortSignal) {
  return api('GET /incidents/:ref/reports', { ref, after }, { signal });
}

export const reportQuery = (ref: string) =>
  queryOptions({
    queryKey: ['report', ref],
    queryFn: ({ signal }) => api('GET /reports/:ref', { ref }, { signal }),
  });
