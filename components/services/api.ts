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

interface Known {
  id: string;
  slug: string;
  version: number | undefined;
}

export function createService(input: ServiceInput, key: string): Promise<Saved> {
  return writeApi<Saved>('POST', '/api/v1/services', input, key);
}

export function editService(service: Known, input: ServiceInput, key: string): Promise<Saved> {
  const { id, slug, version } = service;
  return writeApi<Saved>('PUT', `/api/v1/services/${slug}`, { ...input, id, version }, key);
}

export function archiveService(service: Known, archived: boolean, key: string): Promise<Saved> {
  const { id, slug, version } = service;
  return writeApi<Saved>('DELETE', `/api/v1/services/${slug}`, { id, version, archived }, key);
}
