import { queryOptions } from '@tanstack/react-query';
import { api } from '@/components/api/api';
import { writeApi } from '@/components/api/call-api';
import type { Severity } from '@/lib/severity/schema';
import type { TriageDecision } from '@/lib/triage/queries/views';

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

interface Read {
  ref: string;
  version: number;
}

const decide = (ref: string, act: string, body: object, key: string) =>
  writeApi<TriageDecision>('POST', `/api/v1/triage/reports/${ref}/${act}`, body, key);

export function joinReport(report: Read, incidentRef: string, severity: Severity, key: string) {
  return decide(report.ref, 'join', { version: report.version, incidentRef, severity }, key);
}

export function askReporter(report: Read, text: string, key: string) {
  return decide(report.ref, 'ask', { version: report.version, text }, key);
}

export function declineReport(report: Read, reason: string, key: string) {
  return decide(report.ref, 'decline', { version: report.version, reason }, key);
}

/** Says to the others who is reading this report. */
export function openReport(ref: string): Promise<unknown> {
  return writeApi('POST', `/api/v1/triage/reports/${ref}/open`);
}
