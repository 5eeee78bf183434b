import type { CaseOutcome } from '@/lib/suites/schema';
import type { ReplayView, SuiteView } from '@/lib/suites/view-schema';

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

function footOf(row: ReplayView['results'][number]): string {
  if (row.outcome === 'EXPLAINED') return row.explanation ?? '';
  if (row.outcome === null || row.outcome === 'MATCH') return `${row.asks}, ${row.compares}`;
  return row.sentence ?? '';
}

/** Every case once: those of the replay as they stand, then those that no baseline knows yet. */
export function caseRows(suite: SuiteView, replay: ReplayView | null): CaseRow[] {
  const replayed = (replay?.results ?? []).map((row) => ({
    caseId: row.caseId,
    number: row.number,
    name: row.name,
    foot: `Case ${row.number}. ${footOf(row)}`,
    outcome: row.outcome,
    when:
      row.outcome === 'EXPLAINED'
        ? (row.explainedBy ?? '')
        : row.latencyMs === null
          ? ''
          : `${row.latencyMs} ms`,
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
  return [...replayed, ...others];
}

export function shown(rows: readonly CaseRow[], show: Show): CaseRow[] {
  if (show === 'differ') return rows.filter(({ outcome }) => isRed(outcome) || outcome === 'EXPLAINED');
  if (show === 'slow') return rows.filter(({ outcome }) => outcome === 'SLOW');
  return [...rows];
}

/** Which case is looked at when none is named: the first that differs, is slow, or else the first of all. */
export function firstToLookAt(rows: readonly CaseRow[]): string {
  const red = rows.find(({ outcome }) => isRed(outcome)) ?? rows.find(({ outcome }) => outcome === 'SLOW');
  return (red ?? rows[0])?.caseId ?? '';
}
