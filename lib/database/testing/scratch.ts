import { existsSync, readFileSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';

const memory = '/dev/shm';
/** Far more than the databases of two test files at once, with their logs, in bytes. */
const plenty = 4_000_000_000;

/**
 * Where clusters of tests lie: in memory where there is plenty, because a new database is a thousand small files, which a
 * disk takes a second for. Programs have to run there, too.
 */
export function scratch(): string {
  if (!existsSync(memory) || !existsSync('/proc/mounts')) return tmpdir();
  const mount = readFileSync('/proc/mounts', 'utf8')
    .split('\n')
    .findLast((line) => line.split(' ')[1] === memory);
  const { bavail, bsize } = statfsSync(memory);
  return mount && !/\bnoexec\b/.test(mount) && bavail * bsize > plenty ? memory : tmpdir();
}
