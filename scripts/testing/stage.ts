/** What one stage of `npm test` came to. A stage without tests of its own counts as one. */
export interface Outcome {
  passed: number;
  failed: number;
  /** Full names. */
  skipped: string[];
}

export interface Stage {
  name: string;
  title: string;
  run(): Promise<Outcome>;
}

export const onePassed: Outcome = { passed: 1, failed: 0, skipped: [] };
export const oneFailed: Outcome = { passed: 0, failed: 1, skipped: [] };

export function addUp(outcomes: readonly Outcome[]): Outcome {
  return {
    passed: outcomes.reduce((sum, one) => sum + one.passed, 0),
    failed: outcomes.reduce((sum, one) => sum + one.failed, 0),
    skipped: outcomes.flatMap((one) => one.skipped),
  };
}
