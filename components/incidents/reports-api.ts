import { queryOptions } from '@tanstack/react-query';
import { api } from '@/components/api/api';
import { writeApi } from '@/components/api/call-api';

export const incidentReportsKey = (ref: string) => ['report', 'of', ref];

export function readIncidentReports(ref: string, after: string | null, signal: AbortSignal) {
  return api('GET /incidents/:ref/reports', { ref, after }, { signal });
}

export const reportQuery = (ref: string) =>
  queryOptions({
    queryKey: ['report', ref],
    queryFn: ({ signal }) => api('GET /reports/:ref', { ref }, { signal }),
  });

export function answerReporter(ref: string, text: string, key: string): Promise<{ id: string; at: string }> {
  return writeApi('POST', `/api/v1/reports/${ref}/answers`, { text, clientKey: key }, key);
}

/** Says that the team has seen what the reporter wrote. */
export function markReportRead(ref: string): Promise<{ messages: number }> {
  return writeApi('POST', `/api/v1/reports/${ref}/read`);
}
