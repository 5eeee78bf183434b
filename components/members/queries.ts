import { queryOptions } from '@tanstack/react-query';
import { api, type Input } from '@/components/api/api';

export const memberListQuery = (filter: Input<'GET /members'>) =>
  queryOptions({
    queryKey: ['member', 'people', filter],
    queryFn: ({ signal }) => api('GET /members', filter, { signal }),
  });

export const teamListQuery = queryOptions({
  queryKey: ['team', 'list'],
  queryFn: ({ signal }) => api('GET /teams', {}, { signal }),
});

export const memberOptionsQuery = queryOptions({
  queryKey: ['member', 'options'],
  queryFn: ({ signal }) => api('GET /members/options', {}, { signal }),
  staleTime: 300_000,
});

export const sessionListQuery = (memberId: string) =>
  queryOptions({
    queryKey: ['session', 'list', memberId],
    queryFn: ({ signal }) => api('GET /members/:memberId/sessions', { memberId }, { signal }),
  });

export const keyListQuery = queryOptions({
  queryKey: ['key', 'list'],
  queryFn: ({ signal }) => api('GET /keys', {}, { signal }),
});
