import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from './command';
import { projectRoot } from './start/project';
import { readAllowedSkips, unlistedSkips } from './testing/skipped';
import { addUp, type Outcome, oneFailed, type Stage } from './testing/stage';
import { stages } from './testing/stages';

const say = (line: string) => process.stdout.write(`${line}\n`);

/** Runs every check, or one stage; the last line counts them. @returns the exit code */
export async function runTests(only?: string): Promise<number> {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));
  const chosen = stages.filter((stage) => !only || stage.name === only);
  if (chosen.length === 0) {
    throw new UsageError(
      `There is no stage “${only}”; there are ${stages.map(({ name }) => name).join(', ')}.`,
    );
  }
  const outcomes: Outcome[] = [];
  for (const [index, stage] of chosen.entries()) {
    outcomes.push(await runStage(stage, `${index + 1}/${chosen.length}`));
  }
  const total = addUp(outcomes);
  const unlisted = reportSkips(total.skipped);
  const failed = total.failed + unlisted.length;
  if (total.passed + failed === 0) say('No test ran at all.');
  say(`${total.passed} passed, ${failed} failed`);
  return failed === 0 && total.passed > 0 ? 0 : 1;
}

async function runStage(stage: Stage, place: string): Promise<Outcome> {
  const began = Date.now();
  say(`[${place}] ${stage.title} …`);
  const outcome = await stage.run().catch((error: unknown) => {
    say(error instanceof Error ? error.message : String(error));
    return oneFailed;
  });
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  const ran = outcome.passed + outcome.failed > 0 ? outcome : { ...outcome, failed: 1 };
  say(`[${place}] ${stage.title}: ${ran.failed === 0 ? 'passed' : 'FAILED'} in ${seconds} s`);
  return ran;
}

/** Says which tests were left out, and answers those that nobody has allowed to be. */
function reportSkips(skipped: readonly string[]): string[] {
  const allowed = readAllowedSkips(readFileSync(join(projectRoot, 'scripts', 'skipped-tests.json'), 'utf8'));
  for (const { test, reason } of allowed) {
    if (skipped.includes(test)) say(`Skipped, as listed: ${test} (${reason})`);
  }
  const unlisted = unlistedSkips(skipped, allowed);
  for (const test of unlisted) say(`Skipped and not on the list in scripts/skipped-tests.json: ${test}`);
  return unlisted;
}
