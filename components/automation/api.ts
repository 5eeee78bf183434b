import { queryOptions } from '@tanstack/react-query';
import { api } from '@/components/api/api';
import { writeApi } from '@/components/api/call-api';
import type { EndpointSecretView, EndpointView } from '@/lib/automation/queries/views';
import type { EndpointMode } from '@/lib/automation/schema';

const endpoints = '/api/v1/automation/endpoints';

export const endpointsQuery = () =>
  queryOptions({
    queryKey: ['automation', 'list'],
    queryFn: ({ signal }) => api('GET /automation/endpoints', {}, { signal }),
  });

export interface EndpointFields {
  name: string;
  url: string;
  serviceId: string | null;
  timeoutSeconds: number;
}

export function createEndpoint(fields: EndpointFields & { mode: EndpointMode }, key: string) {
  return writeApi<EndpointSecretView>('POST', endpoints, fields, key);
}

export function editEndpoint(
  { id, version }: { id: string; version: number | undefined },
  fields: EndpointFields,
  key: string,
) {
  return writeApi<{ version: number }>('PATCH', `${endpoints}/${id}`, { version, ...fields }, key);
}

export function rotateSecret({ id, version }: EndpointView, key: string) {
  return writeApi<EndpointSecretView>('POST', `${endpoints}/${id}/secret`, { version }, key);
}

export function archiveEndpoint({ id, version }: EndpointView, archived: boolean, key: string) {
  return writeApi<{ version: number }>('POST', `${endpoints}/${id}/archive`, { version, archived }, key);
}
