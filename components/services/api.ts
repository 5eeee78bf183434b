import { queryOptions } from '@tanstack/react-query';
import { api } from '@/components/api/api';
import { writeApi } from '@/components/api/call-api';
import type { ServiceInput } from '@/lib/services/schema';

export interface ServiceListFilter {
  text: string;
  only: 'all' | 'open' | 'archived';
}

export const serviceListQuery = (filter: ServiceListFilter) =>
  queryOptions({
    queryKey: ['service', 'list', filter],
    queryFn: ({ signal }) => api('GET /services', filter, { signal }),
  });

export const serviceQuery = (slug: string) =>
  queryOptions({
    queryKey: ['service', slug],
    queryFn: ({ signal }) => api('GET /services/:slug', { slug }, { signal }),
  });

interface Saved {
  id: string;
  slug: string;
  version: number;
}

export function createService(input: ServiceInput, key: string): Promise<Saved> {
  return writeApi<Saved>('POST', '/api/v1/services', input, key);
}

export function editService(
  service: { id: string; slug: string; version: number },
  input: ServiceInput,
): Promise<Saved> {
  return writeApi<Saved>('PUT', `/api/v1/services/${service.slug}`, {
    ...input,
    id: service.id,
    version: service.version,
  });
}

export function archiveService(
  service: { id: string; slug: string; version: number },
  archived: boolean,
): Promise<Saved> {
  const { id, version } = service;
  return writeApi<Saved>('DELETE', `/api/v1/services/${service.slug}`, { id, version, archived });
}
