import { queryOptions } from '@tanstack/react-query';
import { api } from '@/components/api/api';

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
