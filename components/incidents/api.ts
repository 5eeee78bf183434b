import { queryOptions } from '@tanstack/react-query';
import { api } from '@/components/api/api';
import { writeApi } from '@/components/api/call-api';
import type { TimelineFilter } from '@/lib/incidents/queries/views';
import type { IncidentStage } from '@/lib/incidents/schema';
import type { Severity } from '@/lib/severity/schema';

/** What every act on an incident answers. */
export interface IncidentActView {
  id: string;
  ref: string;
  version: number;
  stage: IncidentStage;
  severity: Severity;
}

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

export const memberOptionsQuery = queryOptions({
  queryKey: ['member', 'options'],
  queryFn: ({ signal }) => api('GET /members/options', {}, { signal }),
  staleTime: 300_000,
});

/** Calls a command of the incident, such as `advance`. */
export function actOnIncident<T = IncidentActView>(
  ref: string,
  act: string,
  body: object,
  options: { method?: 'POST' | 'PATCH' | 'DELETE'; key?: string } = {},
): Promise<T> {
  return writeApi<T>(options.method ?? 'POST', `/api/v1/incidents/${ref}/${act}`, body, options.key);
}

export function declareIncident(body: object, key: string): Promise<IncidentActView> {
  return writeApi<IncidentActView>('POST', '/api/v1/incidents', body, key);
}
