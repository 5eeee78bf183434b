import { queryOptions } from '@tanstack/react-query';
import { api } from '@/components/api/api';
import { writeApi } from '@/components/api/call-api';
import type { RecordedBaselineView } from '@/lib/suites/queries/views';
import type { CaseInput } from '@/lib/suites/rules/case';

const base = '/api/v1/suites';

export const suitesOfQuery = (service: string) =>
  queryOptions({
    queryKey: ['suite', 'of', service],
    queryFn: ({ signal }) => api('GET /suites', { service }, { signal }),
  });

export const suiteQuery = (suiteId: string) =>
  queryOptions({
    queryKey: ['suite', suiteId],
    queryFn: ({ signal }) => api('GET /suites/:suiteId', { suiteId }, { signal }),
  });

export const replayQuery = (suiteId: string, replayId: string) =>
  queryOptions({
    queryKey: ['suite', suiteId, 'replay', replayId],
    queryFn: ({ signal }) => api('GET /suites/:suiteId/replays/:replayId', { suiteId, replayId }, { signal }),
    enabled: replayId !== '',
  });

export const resultQuery = (suiteId: string, replayId: string, caseId: string) =>
  queryOptions({
    queryKey: ['suite', suiteId, 'replay', replayId, 'case', caseId],
    queryFn: ({ signal }) =>
      api('GET /suites/:suiteId/replays/:replayId/cases/:caseId', { suiteId, replayId, caseId }, { signal }),
  });

interface Saved {
  id: string;
  version: number;
}

export function saveSuite(
  suite: { id: string; version: number | undefined } | { serviceId: string },
  input: { name: string; description: string },
  key: string,
): Promise<Saved> {
  if ('serviceId' in suite) return writeApi('POST', base, { ...input, serviceId: suite.serviceId }, key);
  return writeApi('PUT', `${base}/${suite.id}`, { ...input, version: suite.version }, key);
}

export function archiveSuite(
  suite: { id: string; version: number },
  archived: boolean,
  key: string,
): Promise<Saved> {
  return writeApi('DELETE', `${base}/${suite.id}`, { version: suite.version, archived }, key);
}

export function saveCase(
  suiteId: string,
  known: { id: string; version: number | undefined } | null,
  input: CaseInput,
  key: string,
): Promise<Saved> {
  if (!known) return writeApi('POST', `${base}/${suiteId}/cases`, input, key);
  return writeApi('PUT', `${base}/${suiteId}/cases/${known.id}`, { ...input, version: known.version }, key);
}

export function removeCase(
  suiteId: string,
  known: { id: string; version: number },
  key: string,
): Promise<Saved> {
  return writeApi('DELETE', `${base}/${suiteId}/cases/${known.id}`, { version: known.version }, key);
}

export function orderCases(suiteId: string, caseIds: string[], key: string): Promise<{ id: string }> {
  return writeApi('PUT', `${base}/${suiteId}/order`, { caseIds }, key);
}

export function recordBaseline(suiteId: string, address: string, key: string): Promise<RecordedBaselineView> {
  return writeApi('POST', `${base}/${suiteId}/baselines`, { address }, key);
}

export function ignoreVolatile(
  suiteId: string,
  cases: { caseId: string; headers: string[]; paths: string[] }[],
  key: string,
): Promise<unknown> {
  return writeApi('POST', `${base}/${suiteId}/volatile`, { cases }, key);
}

export function startReplay(suiteId: string, address: string, key: string): Promise<{ id: string }> {
  return writeApi('POST', `${base}/${suiteId}/replays`, { address }, key);
}

export function stopReplay(suiteId: string, replayId: string, key: string): Promise<{ id: string }> {
  return writeApi('DELETE', `${base}/${suiteId}/replays/${replayId}`, {}, key);
}

export function explainDifference(
  place: { suiteId: string; replayId: string; caseId: string },
  explanation: string,
  key: string,
): Promise<{ id: string }> {
  const { suiteId, replayId, caseId } = place;
  return writeApi(
    'PUT',
    `${base}/${suiteId}/replays/${replayId}/cases/${caseId}/explanation`,
    { explanation },
    key,
  );
}
