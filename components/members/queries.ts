import { queryOptions } from '@tanstack/react-query';
import { api } from '@/components/api/api';
import type { PeopleFilter } from '@/lib/members/schema';

export interface PeopleAsked {
  show: PeopleFilter;
  find: string;
  after?: string | undefined;
}

export const peopleQuery = ({ show, find, after }: PeopleAsked) =>
  queryOptions({
    queryKey: ['member', 'people', { show, find, after }],
    queryFn: ({ signal }) => api('GET /members', { show, find, after }, { signal }),
  });

export const teamsQuery = () =>
  queryOptions({
    queryKey: ['team', 'list'],
    queryFn: ({ signal }) => api('GET /teams', {}, { signal }),
  });

export const memberOptionsQuery = queryOptions({
  queryKey: ['member', 'options'],
  queryFn: ({ signal }) => api('GET /members/options', {}, { signal }),
  staleTime: 300_000,
});

export const sessionsQuery = (memberId: string) =>
  queryOptions({
    queryKey: ['session', 'list', memberId],
    queryFn: ({ signal }) => api('GET /members/:memberId/sessions', { memberId }, { signal }),
  });

export const keysQuery = () =>
  queryOptions({
    queryKey: ['key', 'list'],
    queryFn: ({ signal }) => api('GET /keys', {}, { signal }),
  });
