/** One measured figure beside what it is measured against and what was hoped for. */
export interface BenchRow {
  what: string;
  ours: string;
  /** The other side of the same run, with its name. */
  against: string;
  ratio: string;
  goal: string;
  /** Null: a figure without a goal. */
  met: boolean | null;
}

export function row(what: string, given: Partial<Omit<BenchRow, 'what'>>): BenchRow {
  return { ours: '', against: '', ratio: '', goal: '', met: null, ...given, what };
}
