import { queryOptions } from '@tanstack/react-query';
import { readApi, writeApi } from '@/components/api/call-api';
import type { IncidentReportsPage } from '@/lib/incidents/view-schema';
import type { ReportView } from '@/lib/reports/queries/views';

export const incidentReportsKey = (ref: string) => ['report', 'of', ref];

export function readIncidentReports(
  ref: string,
  after: string | null,
  signal: AbortSignal,
): Promise<IncidentReportsPage> {
  const search = after ? `?after=${after}` : '';
  return readApi<IncidentReportsPage>(`/api/v1/incidents/${ref}/reports${search}`, signal);
}

export const reportQuery = (ref: string) =>
  queryOptions({
    queryKey: ['report', ref],
    queryFn: ({ signal }) => readApi<ReportView>(`/api/v1/reports/${ref}`, signal),
  });

export function answerReporter(ref: string, text: string, key: string): Promise<{ id: string; at: string }> {
  return writeApi('POST', `/api/v1/reports/${ref}/answers`, { text, clientKey: key }, key);
}

/** Says that the team has seen what the reporter wrote. */
export function markReportRead(ref: string): Promise<{ messages: number }> {
  return writeApi('POST', `/api/v1/reports/${ref}/read`);
}
