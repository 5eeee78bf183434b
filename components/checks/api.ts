import { queryOptions } from '@tanstack/react-query';
import { api } from '@/components/api/api';
import { writeApi } from '@/components/api/call-api';
import type { CheckView } from '@/lib/checks/queries/views';

/** Soon enough to see a check begin; its end comes with a hint. */
const whileBusyMs = 1_500;

export const incidentChecksQuery = (ref: string) =>
  queryOptions({
    queryKey: ['incident', ref, 'checks'],
    queryFn: ({ signal }) => api('GET /incidents/:ref/checks', { ref }, { signal }),
    refetchInterval: (query) => ((query.state.data?.busy ?? 0) > 0 ? whileBusyMs : false),
  });

export const checkTemplatesQuery = (service: string | null) =>
  queryOptions({
    queryKey: ['checkTemplate', service],
    queryFn: ({ signal }) => api('GET /check-templates', { service }, { signal }),
  });

export type CheckAct = 'run' | 'record' | 'skip' | 'assign';

export const actOnCheck = (
  check: Pick<CheckView, 'id'>,
  act: CheckAct,
  body: object,
  key: string,
): Promise<unknown> => writeApi('POST', `/api/v1/checks/${check.id}/${act}`, body, key);

/** `''` adds a check; `run` runs all automated ones; `lay-out` lays out what is missing. */
export const actOnChecks = (
  ref: string,
  act: '' | '/run' | '/lay-out',
  body: object,
  key: string,
): Promise<unknown> => writeApi('POST', `/api/v1/incidents/${ref}/checks${act}`, body, key);

export const addFinding = (ref: string, body: object, key: string): Promise<unknown> =>
  writeApi('POST', `/api/v1/incidents/${ref}/findings`, body, key);

export const settleFinding = (
  id: string,
  act: 'confirm' | 'rule-out',
  version: number,
  key: string,
): Promise<unknown> => writeApi('POST', `/api/v1/findings/${id}/${act}`, { version }, key);

export const saveTemplate = (id: string | null, body: object, key: string): Promise<unknown> =>
  id === null
    ? writeApi('POST', '/api/v1/check-templates', body, key)
    : writeApi('PATCH', `/api/v1/check-templates/${id}`, body, key);

export const archiveTemplate = (id: string, version: number, key: string): Promise<unknown> =>
  writeApi('DELETE', `/api/v1/check-templates/${id}`, { version }, key);
