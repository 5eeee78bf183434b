import { queryOptions } from '@tanstack/react-query';
import { api, type Input } from '@/components/api/api';

export const runListQuery = (filter: Input<'GET /runs'>) =>
  queryOptions({
    queryKey: ['run', 'list', filter],
    queryFn: ({ signal }) => api('GET /runs', filter, { signal }),
  });

/** An overdue step makes an estimate old although nothing happened: a run that is not over is read again by itself. */
const refreshMs = 10_000;

export const runQuery = (ref: string) =>
  queryOptions({
    queryKey: ['run', ref],
    queryFn: ({ signal }) => api('GET /runs/:ref', { ref }, { signal }),
    refetchInterval: ({ state }) => (state.data?.finishedAt ? false : refreshMs),
  });

export const recoveryPlanListQuery = (service?: string) =>
  queryOptions({
    queryKey: ['run', 'plans', service ?? null],
    queryFn: ({ signal }) => api('GET /runs/plans', { service }, { signal }),
  });

/** The cases of one replay of a suite; read again while it goes on, because cases end without an event of their own. */
export const verificationQuery = (suiteId: string, id: string) =>
  queryOptions({
    queryKey: ['suite', 'replay', id],
    queryFn: ({ signal }) =>
      api('GET /suites/:suiteId/replays/:replayId', { suiteId, replayId: id }, { signal }),
    refetchInterval: ({ state }) => (state.data && state.data.state !== 'RUNNING' ? false : 1_000),
  });
