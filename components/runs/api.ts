import { queryOptions } from '@tanstack/react-query';
import { readApi, writeApi } from '@/components/api/call-api';
import type { DatasetView } from '@/lib/datasets/schema';
import type { RunMode } from '@/lib/plans/schema';
import type { RecoveryPlanRow } from '@/lib/runs/plan-view-schema';
import type { DrillKind, RunState } from '@/lib/runs/schema';
import type { RunRow, RunView } from '@/lib/runs/view-schema';
import type { ReplayView } from '@/lib/suites/queries/views';

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

/** What every act on a run answers. */
export interface RunActView {
  id: string;
  ref: string;
  version: number;
  state: RunState;
}

export interface StartRun {
  planId: string;
  mode: RunMode;
  drillKind?: DrillKind;
  incident?: string;
  announces: boolean;
}

export const runSearch = (filter: Partial<RunListFilter>): string =>
  new URLSearchParams(Object.entries(filter).filter(([, value]) => value)).toString();

export const runListQuery = (filter: Partial<RunListFilter>) =>
  queryOptions({
    queryKey: ['run', 'list', filter],
    queryFn: ({ signal }) => readApi<RunListPage>(`/api/v1/runs?${runSearch(filter)}`, signal),
  });

/** An overdue step makes an estimate old although nothing happened: a run that is not over is read again by itself. */
const againMs = 10_000;

export const runQuery = (ref: string) =>
  queryOptions({
    queryKey: ['run', ref],
    queryFn: ({ signal }) => readApi<RunView>(`/api/v1/runs/${ref}`, signal),
    refetchInterval: ({ state }) => (state.data?.finishedAt ? false : againMs),
  });

export const recoveryPlansQuery = (service?: string) =>
  queryOptions({
    queryKey: ['run', 'plans', service ?? null],
    queryFn: ({ signal }) =>
      readApi<RecoveryPlanRow[]>(
        `/api/v1/runs/plans${service ? `?${new URLSearchParams({ service })}` : ''}`,
        signal,
      ),
  });

export function startRun(body: StartRun, key: string): Promise<RunActView> {
  return writeApi<RunActView>('POST', '/api/v1/runs', body, key);
}

/** Calls a command of the run, such as `pause`, or of one step: `steps/<id>/confirm`. */
export function actOnRun(ref: string, act: string, body: object, key: string): Promise<RunActView> {
  return writeApi<RunActView>('POST', `/api/v1/runs/${ref}/${act}`, body, key);
}

/** The cases of one replay of a suite; read again while it goes on, because cases end without an event of their own. */
export const replayQuery = (suiteId: string, id: string) =>
  queryOptions({
    queryKey: ['suite', 'replay', id],
    queryFn: ({ signal }) => readApi<ReplayView>(`/api/v1/suites/${suiteId}/replays/${id}`, signal),
    refetchInterval: ({ state }) => (state.data && state.data.state !== 'RUNNING' ? false : 1_000),
  });

export const serviceDatasetsQuery = (slug: string) =>
  queryOptions({
    queryKey: ['dataset', 'of', slug],
    queryFn: ({ signal }) => readApi<{ items: DatasetView[] }>(`/api/v1/services/${slug}/datasets`, signal),
  });
