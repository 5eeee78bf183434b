import { queryOptions } from '@tanstack/react-query';
import { api } from '@/components/api/api';
import { writeApi } from '@/components/api/call-api';
import type { DatasetInput } from '@/lib/datasets/schema';

export const datasetsQuery = (slug: string) =>
  queryOptions({
    queryKey: ['service', slug, 'datasets'],
    queryFn: ({ signal }) => api('GET /services/:slug/datasets', { slug }, { signal }),
    // Ages grow without an event.
    refetchInterval: 60_000,
  });

interface Saved {
  id: string;
  version: number;
}

export function addDataset(input: DatasetInput, key: string): Promise<Saved> {
  return writeApi<Saved>('POST', '/api/v1/datasets', input, key);
}

export function saveDataset({ id, version }: Saved, input: Omit<DatasetInput, 'serviceId'>): Promise<Saved> {
  return writeApi<Saved>('PUT', `/api/v1/datasets/${id}`, { ...input, version });
}

export function archiveDataset({ id, version }: Saved): Promise<Saved> {
  return writeApi<Saved>('DELETE', `/api/v1/datasets/${id}`, { version });
}
