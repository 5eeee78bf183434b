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

interface Known {
  id: string;
  version: number | undefined;
}

export function addDataset(input: DatasetInput, key: string): Promise<Saved> {
  return writeApi<Saved>('POST', '/api/v1/datasets', input, key);
}

export function saveDataset(
  { id, version }: Known,
  input: Omit<DatasetInput, 'serviceId'>,
  key: string,
): Promise<Saved> {
  return writeApi<Saved>('PUT', `/api/v1/datasets/${id}`, { ...input, version }, key);
}

export function archiveDataset({ id, version }: Known, key: string): Promise<Saved> {
  return writeApi<Saved>('DELETE', `/api/v1/datasets/${id}`, { version }, key);
}
