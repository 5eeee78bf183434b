import { readArguments } from '@/scripts/trial/arguments';
import { table } from '@/scripts/trial/figures';
import { machine } from '@/scripts/trial/machine';
import { type CaseResult, runTrials, type TrialCase } from '@/scripts/trial/trial';
import { coldStart } from './cold-start';
import { estimates } from './estimates';
import { liveClients } from './live-clients';
import { monitors } from './monitors';
import { parallelCallers } from './parallel-callers';
import { publishing } from './publishing';
import { reportIntake } from './report-intake';
import type { BenchRow } from './row';
import { statusPage } from './status-page';
import { verification } from './verification';

const all: TrialCase<BenchRow>[] = [
  statusPage,
  reportIntake,
  liveClients,
  publishing,
  estimates,
  coldStart,
  verification,
  monitors,
  parallelCallers,
];

const say = (line: string) => process.stdout.write(`${line}\n`);

function printTable(results: CaseResult<BenchRow>[]): void {
  const cells = results.flatMap(({ rows }) =>
    rows.map(({ what, ours, against, ratio, goal, met }) => {
      const mark = met === null ? '' : met ? 'yes' : 'NO';
      return [what, ours, against, ratio, goal, mark];
    }),
  );
  say(`\n${table([['what', 'Standby', 'against', 'ratio', 'goal', 'met'], ...cells])}`);
}

async function main(): Promise<number> {
  const { cases, list, small, seed } = readArguments(process.argv.slice(2), all);
  if (list) {
    for (const { name, title } of cases) say(`${name.padEnd(14)} ${title}`);
    return 0;
  }
  say(`${new Date().toISOString().slice(0, 10)} · ${machine()}`);
  const results = await runTrials(cases, { small, seed });
  printTable(results);
  const failed = results.filter((result) => result.failed !== null);
  if (failed.length > 0) say(`\nCould not be measured: ${failed.map(({ name }) => name).join(', ')}`);
  return failed.length > 0 ? 1 : 0;
}

process.exit(
  await main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    return 1;
  }),
);
