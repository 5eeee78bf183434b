import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Account, runAs } from './account';
import type { Binaries } from './binaries';
import { giveTo } from './ownership';
import { isAlive } from './process-state';

const MAKING = 'cluster.making-';

export interface Cluster {
  folder: string;
  password: string;
}

/**
 * Makes the cluster at the first start. It is made under another name and renamed when complete, so a folder
 * called `cluster` is never half made; what an interrupted start left behind is moved aside and said.
 */
export function prepareCluster(
  account: Account,
  binaries: Binaries,
  location: string,
  log: (line: string) => void,
): Cluster {
  const folder = join(location, 'cluster');
  moveHalfMadeAside(location, log);
  if (!existsSync(folder)) {
    // Without the cluster an old password opens nothing, so a new one is made with it.
    writePassword(account, location);
    makeCluster(account, binaries, location, folder);
  }
  refuseOtherVersion(account, binaries, folder);
  return { folder, password: readPassword(location) };
}

function makeCluster(account: Account, binaries: Binaries, location: string, folder: string): void {
  const making = join(location, `${MAKING}${process.pid}`);
  mkdirSync(making, { mode: 0o700 });
  giveTo(account, making);
  const result = runAs(account, binaries.initdb, [
    `--pgdata=${making}`,
    '--username=standby',
    '--auth=scram-sha-256',
    `--pwfile=${join(location, 'password')}`,
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--locale=C.UTF-8',
    '--no-sync',
  ]);
  if (result.status !== 0) {
    rmSync(making, { recursive: true, force: true });
    throw new Error(explain(result.stderr || result.error?.message || ''));
  }
  renameSync(making, folder);
}

function moveHalfMadeAside(location: string, log: (line: string) => void): void {
  for (const name of readdirSync(location)) {
    const halfMade =
      name === 'cluster'
        ? !isComplete(join(location, name))
        : name.startsWith(MAKING) && !isAlive(Number(name.slice(MAKING.length)));
    if (!halfMade) continue;
    const aside = `half-made-${new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14)}-${randomBytes(2).toString('hex')}`;
    renameSync(join(location, name), join(location, aside));
    log(
      `An earlier start was interrupted while it made the database; its files are in ${join(location, aside)}.`,
    );
  }
}

function isComplete(folder: string): boolean {
  return ['PG_VERSION', 'global/pg_control', 'base', 'pg_wal'].every((name) =>
    existsSync(join(folder, name)),
  );
}

function writePassword(account: Account, location: string): void {
  const file = join(location, 'password');
  rmSync(file, { force: true });
  writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 });
  giveTo(account, file);
}

function readPassword(location: string): string {
  const file = join(location, 'password');
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new Error(
      (error as NodeJS.ErrnoException).code === 'EACCES'
        ? `The database in ${location} belongs to another user. Start as that user, or choose another STANDBY_DATA_DIR.`
        : `The password of the database is gone: ${file} cannot be read. Restore it, or choose another STANDBY_DATA_DIR.`,
    );
  }
}

function refuseOtherVersion(account: Account, binaries: Binaries, folder: string): void {
  const stored = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim();
  const program = /\b(\d+)\./.exec(runAs(account, binaries.postgres, ['--version']).stdout)?.[1];
  if (!program || stored === program) return;
  throw new Error(
    `The database in ${folder} was made by PostgreSQL ${stored}, and the bundled one is ${program}. ` +
      'Start it with the Standby it came from and make a backup, then restore that here.',
  );
}

function explain(stderr: string): string {
  if (stderr.includes('/dev/null: Permission denied')) {
    return 'The device /dev/null of this machine cannot be written to, and PostgreSQL needs it. Repair the machine (“ls -l /dev/null” should show “crw-rw-rw-”).';
  }
  return `The database could not be made: ${stderr.trim() || 'initdb gave no reason'}`;
}
