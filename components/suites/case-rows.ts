import { latency } from '@/lib/platform/rules/duration';
import type { ReplayView, SuiteView } from '@/lib/suites/queries/views';
import type { CaseOutcome } from '@/lib/suites/schema';
import { outcomeGroups } from './outcome-badge';

/** A line of the list of cases: of a replay, or of the suite alone while nothing was replayed. */
export interface CaseRow {
  caseId: string;
  number: number;
  name: string;
  /** Under the name. */
  foot: string;
  outcome: CaseOutcome | null;
  /** At the right: how long it took, or who explained it. */
  when: string;
  /** Not part of this replay: added since its baseline. */
  isNew: boolean;
}

export type Show = 'all' | 'differ' | 'slow';

const isRed = (outcome: CaseOutcome | null) => outcome === 'DIFFER' || outcome === 'ERROR';

function resultNote(row: ReplayView['results'][number]): string {
  if (row.outcome === 'EXPLAINED') return row.explanation ?? '';
  if (row.outcome === null || row.outcome === 'MATCH') return `${row.asks}, ${row.compares}`;
  return row.sentence ?? '';
}

/** Every case once, in the order of the list: by outcome, worst first, and within it as in the suite. */
export function caseRows(suite: SuiteView, replay: ReplayView | null): CaseRow[] {
  const places = new Map(suite.caseList.map(({ id, number }) => [id, number]));
  const replayed = (replay?.results ?? []).map((row) => ({
    caseId: row.caseId,
    number: places.get(row.caseId) ?? row.number,
    name: row.name,
    foot: `Case ${places.get(row.caseId) ?? row.number}. ${resultNote(row)}`,
    outcome: row.outcome,
    when:
      row.outcome === 'EXPLAINED'
        ? (row.explainedBy ?? '')
        : row.latencyMs === null
          ? ''
          : latency(row.latencyMs),
    isNew: false,
  }));
  const known = new Set(replayed.map(({ caseId }) => caseId));
  const others = suite.caseList
    .filter(({ id }) => !known.has(id))
    .map((row) => ({
      caseId: row.id,
      number: row.number,
      name: row.name,
      foot: `Case ${row.number}. ${row.asks}, ${row.compares}`,
      outcome: null,
      when: '',
      isNew: row.baseline === 'NONE' && suite.baseline !== null,
    }));
  return [...replayed, ...others].sort((a, b) => rank(a) - rank(b) || a.number - b.number);
}

function rank(row: CaseRow): number {
  if (row.isNew) return outcomeGroups.length;
  return outcomeGroups.findIndex(({ outcomes }) => outcomes.some((outcome) => outcome === row.outcome));
}

export function shown(rows: readonly CaseRow[], show: Show): CaseRow[] {
  if (show === 'differ') return rows.filter(({ outcome }) => isRed(outcome) || outcome === 'EXPLAINED');
  if (show === 'slow') return rows.filter(({ outcome }) => outcome === 'SLOW');
  return [...rows];
}

/** Which case is looked at when none is named: the first that differs, is slow, or else the first of all. */
export function firstToExamine(rows: readonly CaseRow[]): string {
  const red = rows.find(({ outcome }) => isRed(outcome)) ?? rows.find(({ outcome }) => outcome === 'SLOW');
  return (red ?? rows[0])?.caseId ?? '';
}
