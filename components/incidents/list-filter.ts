import { type Severity, severities } from '@/lib/severity/schema';
import type { IncidentListFilter } from './queries';

type Params = Record<string, string | string[] | undefined>;

const one = (value: string | string[] | undefined): string => (typeof value === 'string' ? value : '').trim();

/** The state of the list out of its address; what is not understood counts as not said. */
export function readListFilter(params: Params): IncidentListFilter {
  const scope = one(params.scope);
  const known = one(params.severity)
    .split(',')
    .filter((text): text is Severity => severities.some((severity) => severity === text));
  return {
    scope: scope === 'all' || scope === 'resolved' ? scope : 'open',
    severity: known.join(','),
    service: one(params.service).slice(0, 80),
    text: one(params.text).slice(0, 120),
    after: one(params.after).slice(0, 300),
  };
}

/** Switches one severity on or off; all four are the same as none. */
export function toggleSeverity(chosen: string, severity: Severity): string {
  const list = chosen.split(',').filter(Boolean);
  const next = severities.filter((one) => list.includes(one) !== (one === severity));
  return next.length === severities.length ? '' : next.join(',');
}

/** Whether anything besides the scope narrows the list. */
export function isNarrowed(filter: IncidentListFilter): boolean {
  return filter.severity !== '' || filter.service !== '' || filter.text !== '';
}
