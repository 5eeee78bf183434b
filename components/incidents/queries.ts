import { queryOptions } from '@tanstack/react-query';
import { api } from '@/components/api/api';
import type { TimelineFilter } from '@/lib/incidents/queries/views';

/** The state of the list as its address carries it; empty values are left out. */
export interface IncidentListFilter {
  scope: 'open' | 'all' | 'resolved';
  severity: string;
  service: string;
  text: string;
  after: string;
}

export function listSearch(filter: Partial<IncidentListFilter>): string {
  const entries = Object.entries(filter).filter(
    ([key, value]) => value && !(key === 'scope' && value === 'open'),
  );
  return new URLSearchParams(entries).toString();
}

export const incidentListQuery = (filter: IncidentListFilter) =>
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
