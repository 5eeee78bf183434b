import { type RunState, runStateSchema } from '@/lib/runs/schema';
import type { RunListFilter } from './queries';

type Params = Record<string, string | string[] | undefined>;

const one = (value: string | string[] | undefined): string => (typeof value === 'string' ? value : '').trim();

function state(text: string): RunListFilter['state'] {
  if (text === 'open') return text;
  return runStateSchema.options.find((known: RunState) => known === text) ?? '';
}

/** The state of the list out of its address; what is not understood counts as not said. */
export function readRunFilter(params: Params): RunListFilter {
  const mode = one(params.mode);
  return {
    mode: mode === 'LIVE' || mode === 'DRILL' ? mode : '',
    state: state(one(params.state)),
    service: one(params.service).slice(0, 80),
    incident: '',
    after: one(params.after).slice(0, 300),
  };
}

/** Whether anything narrows the list. */
export function isNarrowed({ mode, state: wanted, service }: RunListFilter): boolean {
  return mode !== '' || wanted !== '' || service !== '';
}
