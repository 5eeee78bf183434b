import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '@/lib/database/postgres/server';
import { generateClient } from '@/scripts/generate-client';
import { ensureBuild } from '@/scripts/start/build';
import { projectRoot } from '@/scripts/start/project';
import { runScript } from '@/scripts/start/run-script';
import { findChromium } from './chromium';
import { readPlaywrightReport } from './playwright-report';
import { runTool } from './run-tool';
import { addUp, type Outcome, oneFailed, onePassed, type Stage } from './stage';
import { readVitestReport } from './vitest-report';

const reports = join(projectRoot, 'test-results');

/** Everything that `npm test` does, cheapest first. */
export const stages: readonly Stage[] = [
  {
    name: 'lint',
    title: 'Format, lint and import rules',
    run: () => check('@biomejs/biome/bin/biome', ['check', '.']),
  },
  { name: 'types', title: 'Types', run: checkTypes },
  { name: 'unused', title: 'Unused files, exports and packages', run: () => check('knip/bin/knip.js', []) },
  { name: 'tests', title: 'Rules and database', run: runVitest },
  { name: 'build', title: 'Build', run: build },
  { name: 'faults', title: 'Faults, a small case of each', run: runFaults },
  { name: 'browser', title: 'Browser', run: runPlaywright },
];

async function check(program: string, args: string[]): Promise<Outcome> {
  return (await runTool(program, args)) ? onePassed : oneFailed;
}

async function checkTypes(): Promise<Outcome> {
  await generateClient();
  if (!(await runTool('next/dist/bin/next', ['typegen']))) return oneFailed;
  return await check('typescript/bin/tsc', ['--noEmit', '--incremental', 'false']);
}

async function runVitest(): Promise<Outcome> {
  await generateClient();
  const file = freshReport('vitest.json');
  const args = ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`];
  const content = await runTool('vitest/vitest.mjs', args, { live: true, env: { NODE_ENV: 'test' } });
  return readReport(file, readVitestReport, content);
}

async function build(): Promise<Outcome> {
  await ensureBuild();
  return onePassed;
}

/**
 * The processes under test are found through /proc, which only Linux has. A fault is mostly waited for, so half of them
 * happen beside the others, on installations of their own.
 */
async function runFaults(): Promise<Outcome> {
  if (process.platform !== 'linux') return { ...onePassed, skipped: ['faults'] };
  await generateClient();
  await ensureBuild();
  return addUp(await Promise.all(['1/2', '2/2'].map(runFaultsOf)));
}

async function runFaultsOf(shard: string): Promise<Outcome> {
  const file = freshReport(`faults-${shard.replace('/', '-of-')}.json`);
  const args = ['--small', '--shard', shard, '--report', file];
  const content = (await runScript('scripts/faults/main.ts', args)) === 0;
  return readReport(file, (text) => JSON.parse(text) as Outcome, content);
}

async function runPlaywright(): Promise<Outcome> {
  const chromium = await findChromium();
  const file = freshReport('playwright.json');
  const content = await runTool('@playwright/test/cli.js', ['test', '--reporter=list,json'], {
    live: true,
    env: {
      PLAYWRIGHT_CHROMIUM: chromium,
      PLAYWRIGHT_JSON_OUTPUT_NAME: file,
      STANDBY_E2E_PORT: String(await freePort()),
      STANDBY_E2E_MAIL_PORT: String(await freePort()),
      STANDBY_E2E_SMTP_PORT: String(await freePort()),
    },
  });
  return readReport(file, readPlaywrightReport, content);
}

function freshReport(name: string): string {
  mkdirSync(reports, { recursive: true });
  const file = join(reports, name);
  rmSync(file, { force: true });
  return file;
}

/** A tool that failed without a failed test (a broken set-up, a leak) counts as one failure. */
function readReport(file: string, read: (text: string) => Outcome, content: boolean): Outcome {
  if (!existsSync(file)) return oneFailed;
  const outcome = read(readFileSync(file, 'utf8'));
  return content || outcome.failed > 0 ? outcome : { ...outcome, failed: 1 };
}
