import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateClient } from '@/scripts/generate-client';
import { ensureBuild } from '@/scripts/start/build';
import { refuseWithoutProc } from './processes';
import { type Random, random } from './random';

/** What one case works with. Whatever it starts, it hands to `cleanUp` at once. */
export interface Trial {
  /** A folder of the case's own, gone afterwards. */
  folder: string;
  /** Seconds instead of minutes. */
  small: boolean;
  random: Random;
  say(line: string): void;
  /** Run in reverse order when the case is over, however it ends. */
  cleanUp(work: () => Promise<unknown> | unknown): void;
  /** Ends everything that was started so far, to start afresh within a case. */
  endAll(): Promise<void>;
}

export interface TrialCase<Row> {
  name: string;
  title: string;
  run(trial: Trial): Promise<Row[]>;
}

export interface CaseResult<Row> {
  name: string;
  title: string;
  rows: Row[];
  /** Why the case did not come to its end. */
  failed: string | null;
  seconds: number;
}

type Cleanup = () => Promise<unknown> | unknown;
const cleanups: Cleanup[] = [];

async function cleanAll(keep = 0): Promise<void> {
  while (cleanups.length > keep) {
    const next = cleanups.pop() as Cleanup;
    await Promise.resolve(next()).catch((error: unknown) => process.stderr.write(`${error}\n`));
  }
}

function stopOnSignals(): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      process.stderr.write('Stopping …\n');
      void cleanAll().finally(() => process.exit(1));
    });
  }
}

export interface RunOptions {
  small: boolean;
  seed: number;
}

const say = (line: string) => process.stdout.write(`${line}\n`);

async function runCase<Row>(one: TrialCase<Row>, place: string, options: RunOptions) {
  const began = performance.now();
  const result = { name: one.name, title: one.title };
  say(`${place} ${one.title} …`);
  const folder = mkdtempSync(join(tmpdir(), `standby-trial-${one.name}-`));
  cleanups.push(() => rmSync(folder, { recursive: true, force: true }));
  // Passable, because the database may run as another user.
  chmodSync(folder, 0o711);
  const kept = cleanups.length;
  const trial: Trial = {
    folder,
    small: options.small,
    random: random(options.seed),
    say: (line) => say(`  ${one.name}: ${line}`),
    cleanUp: (work) => void cleanups.push(work),
    endAll: () => cleanAll(kept),
  };
  const { rows, failed } = await one.run(trial).then(
    (made) => ({ rows: made, failed: null }),
    (error: unknown) => ({
      rows: [],
      failed: error instanceof Error ? (error.stack ?? error.message) : String(error),
    }),
  );
  await cleanAll();
  const seconds = (performance.now() - began) / 1000;
  say(`${place} ${one.title}: ${failed === null ? 'done' : 'FAILED'} in ${seconds.toFixed(1)} s`);
  if (failed !== null) say(`  ${failed}`);
  return { ...result, rows, failed, seconds } satisfies CaseResult<Row>;
}

/** Runs cases one after another on the product as it is built for people. */
export async function runTrials<Row>(
  cases: TrialCase<Row>[],
  options: RunOptions,
): Promise<CaseResult<Row>[]> {
  refuseWithoutProc();
  stopOnSignals();
  await generateClient();
  await ensureBuild();
  const results: CaseResult<Row>[] = [];
  for (const [index, one] of cases.entries()) {
    results.push(await runCase(one, `[${index + 1}/${cases.length}]`, options));
  }
  return results;
}
