import type { Command } from './command';
import { auditVerify } from './commands/audit-verify';
import { bench } from './commands/bench';
import { demoBreak, demoMend, demoStatus } from './commands/demo-fleet';
import { demoSignIns } from './commands/demo-sign-ins';
import { dev } from './commands/dev';
import { faults } from './commands/faults';
import { keyCreate } from './commands/key-create';
import { migrateCommand } from './commands/migrate';
import { start } from './commands/start';
import { test } from './commands/test';
import { userCreate } from './commands/user-create';

/** In the order of `--help`. To add a command, add its file and a line here. */
export const commands: readonly Command[] = [
  start,
  dev,
  migrateCommand,
  userCreate,
  keyCreate,
  auditVerify,
  demoSignIns,
  demoBreak,
  demoMend,
  demoStatus,
  test,
  faults,
  bench,
];
