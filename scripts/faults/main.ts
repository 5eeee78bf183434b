import { writeFileSync } from 'node:fs';
import { readArguments } from '@/scripts/trial/arguments';
import { table } from '@/scripts/trial/figures';
import { machine } from '@/scripts/trial/machine';
import { type CaseResult, runTrials, type TrialCase } from '@/scripts/trial/trial';
import { databaseAway } from './database-away';
import { databaseDemoted } from './database-demoted';
import { databaseFrozen } from './database-frozen';
import { databaseFull } from './database-full';
import { databaseReadOnly } from './database-read-only';
import type { Finding } from './finding';
import { folderAlone } from './folder-alone';
import { assaults } from './hostile/assaults';
import { hostileCase } from './hostile/hostile';
import { launcherKilled } from './launcher-killed';
import { ledgerUnderKills } from './ledger-under-kills';
import { mailUnderKills } from './mail-under-kills';
import { orderlyStop } from './orderly-stop';
import { routes } from './routes';
import { runUnderKills } from './run-under-kills';
import { stopWhileFrozen } from './stop-while-frozen';
import { webKilled } from './web-killed';

const all: TrialCase<Finding>[] = [
  ledgerUnderKills,
  databaseAway,
  databaseFrozen,
  databaseReadOnly,
  databaseDemoted,
  ...(process.getuid?.() === 0 ? [databaseFull] : []),
  webKilled,
  mailUnderKills,
  runUnderKills,
  orderlyStop,
  stopWhileFrozen,
  launcherKilled,
  folderAlone,
  hostileCase('hostile', assaults),
];
/** Run when they are named: the walk breaks nothing and takes long, and an assault can be had alone. */
const parts = [routes, ...assaults.map((assault) => hostileCase(`hostile:${assault.name}`, [assault]))];

const say = (line: string) => process.stdout.write(`${line}\n`);

function printTable(results: CaseResult<Finding>[]): void {
  const cells = results.flatMap(({ name, rows, failed }) => [
    ...rows.map(({ promise, found, kept }) => [name, promise, found, kept ? 'kept' : 'BROKEN']),
    ...(failed === null ? [] : [[name, 'runs to its end', failed.split('\n')[0] ?? '', 'BROKEN']]),
  ]);
  say(`\n${table([['fault', 'promise', 'found', ''], ...cells])}`);
}

async function main(): Promise<number> {
  const { cases, list, small, seed, report } = readArguments(process.argv.slice(2), all, parts);
  if (list) {
    for (const { name, title } of cases) say(`${name.padEnd(18)} ${title}`);
    return 0;
  }
  const size = small ? 'small' : 'full size';
  say(`${new Date().toISOString().slice(0, 10)} · ${machine()} · ${size} · seed ${seed}`);
  const results = await runTrials(cases, { small, seed });
  printTable(results);
  const findings = results.flatMap(({ rows }) => rows);
  const broken = findings.filter(({ kept }) => !kept).length;
  const failed = results.filter(({ failed: why }) => why !== null).length;
  say(`\n${findings.length - broken} promises kept, ${broken + failed} broken (seed ${seed})`);
  const outcome = { passed: findings.length - broken, failed: broken + failed, skipped: [] };
  if (report) writeFileSync(report, JSON.stringify(outcome));
  return broken + failed === 0 ? 0 : 1;
}

process.exit(
  await main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    return 1;
  }),
);
