import { queryOptions } from '@tanstack/react-query';
import { api } from '@/components/api/api';
import type { RunMode } from '@/lib/plans/schema';
import type { RunRow } from '@/lib/runs/queries/views';
import type { RunState } from '@/lib/runs/schema';

export interface RunListPage {
  rows: RunRow[];
  next: string | null;
}

/** The state of the list as its address carries it; empty values are left out. */
export interface RunListFilter {
  mode: '' | RunMode;
  state: '' | 'open' | RunState;
  service: string;
  incident: string;
  after: string;
}

export const runSearch = (filter: Partial<RunListFilter>): string =>
  new URLSearchParams(Object.entries(filter).filter(([, value]) => value)).toString();

export const runListQuery = (filter: Partial<RunListFilter>) =>
  queryOptions({
    queryKey: ['run', 'list', filter],
    queryFn: ({ signal }) => api('GET /runs', filter, { signal }),
  });

/** An overdue step makes an estimate old although nothing happened: a run that is not over is read again by itself. */
const againMs = 10_000;

export const runQuery = (ref: string) =>
  queryOptions({
    queryKey: ['run', ref],
    queryFn: ({ signal }) => api('GET /runs/:ref', { ref }, { signal }),
    refetchInterval: ({ state }) => (state.data?.finishedAt ? false : againMs),
  });

export const recoveryPlansQuery = (service?: string) =>
  queryOptions({
    queryKey: ['run', 'plans', service ?? null],
    queryFn: ({ signal }) => api('GET /runs/plans', { service }, { signal }),
  });

/** The cases of one replay of a suite; read again while it goes on, because cases end without an event of their own. */
export const replayQuery = (suiteId: string, id: string) =>
  queryOptions({
    queryKey: ['suite', 'replay', id],
    queryFn: ({ signal }) =>
      api('GET /suites/:suiteId/replays/:replayId', { suiteId, replayId: id }, { signal }),
    refetchInterval: ({ state }) => (state.data && state.data.state !== 'RUNNING' ? false : 1_000),
  });
