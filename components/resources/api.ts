import { queryOptions } from '@tanstack/react-query';
import { api } from '@/components/api/api';
import { writeApi } from '@/components/api/call-api';
import type { AllocationAct, AllocationView, ResourceView } from '@/lib/resources/queries/views';
import type { Aspect } from '@/lib/resources/schema';

export const incidentAllocationsQuery = (ref: string) =>
  queryOptions({
    queryKey: ['allocation', 'incident', ref],
    queryFn: ({ signal }) => api('GET /incidents/:ref/allocations', { ref }, { signal }),
  });

export const myAllocationsQuery = queryOptions({
  queryKey: ['allocation', 'mine'],
  queryFn: ({ signal }) => api('GET /allocations/mine', {}, { signal }),
});

/** The stretch of time on the board, as the address carries it; null means around now. */
export const boardQuery = (from: string | null) =>
  queryOptions({
    queryKey: ['resource', 'board', from],
    queryFn: ({ signal }) => api('GET /resources', { from }, { signal }),
  });

export interface Asked {
  resourceId: string;
  ref: string;
  aspect: Aspect;
  /** ISO; left out it is now. */
  from?: string;
  until: string;
  note?: string;
}

export function askFor(asked: Asked, key: string): Promise<AllocationView> {
  return writeApi<AllocationView>('POST', '/api/v1/allocations', asked, key);
}

export function actOnAllocation(
  allocation: { id: string; version: number },
  act: AllocationAct,
  body: object,
  key: string,
): Promise<AllocationView> {
  const { id, version } = allocation;
  return writeApi<AllocationView>('POST', `/api/v1/allocations/${id}/${act}`, { version, ...body }, key);
}

export interface ResourceInput {
  kind: 'EQUIPMENT' | 'VENDOR';
  name: string;
  detail: string;
  site: string | null;
  capacity: number;
}

export function addResource(input: ResourceInput, key: string): Promise<ResourceView> {
  return writeApi<ResourceView>('POST', '/api/v1/resources', input, key);
}

export function archiveResource(
  resource: { id: string; version: number | null },
  key: string,
): Promise<ResourceView> {
  return writeApi<ResourceView>(
    'DELETE',
    `/api/v1/resources/${resource.id}`,
    { version: resource.version },
    key,
  );
}
