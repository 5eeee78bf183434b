import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { api } from '@/components/api/api';
import type { ListFilter } from '@/lib/platform/rules/address';
import { listResourcesInput } from '@/lib/resources/schema';

export const allocationListQuery = (ref: string) =>
  queryOptions({
    queryKey: ['allocation', 'incident', ref],
    queryFn: ({ signal }) => api('GET /incidents/:ref/allocations', { ref }, { signal }),
  });

export const ownAllocationListQuery = queryOptions({
  queryKey: ['allocation', 'mine'],
  queryFn: ({ signal }) => api('GET /allocations/mine', {}, { signal }),
});

/** What the address of the board says: from when on, around now unless said, and how it is drawn. */
export const boardAddress = listResourcesInput
  .pick({ from: true })
  .extend({ view: z.enum(['time', 'list']).default('time') });
export type BoardFilter = ListFilter<typeof boardAddress>;

export const boardQuery = (from: string | undefined) =>
  queryOptions({
    queryKey: ['resource', 'board', from],
    queryFn: ({ signal }) => api('GET /resources', { from }, { signal }),
  });
