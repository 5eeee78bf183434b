import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const IGNORED = /\.(test|spec)\.tsx?$|(^|\/)(testing|generated|node_modules)(\/|$)/;

/** A hash over the names and contents of files and folders below `root`; tests do not count. */
export function fingerprint(root: string, names: readonly string[]): string {
  const hash = createHash('sha256');
  for (const name of names) addTo(hash, root, join(root, name));
  return hash.digest('hex');
}

export function isCurrent(stamp: string, print: string): boolean {
  return existsSync(stamp) && readFileSync(stamp, 'utf8').trim() === print;
}

/** To be written after everything that it vouches for. */
export function writeStamp(stamp: string, print: string): void {
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, `${print}\n`);
}

function addTo(hash: ReturnType<typeof createHash>, root: string, path: string): void {
  const name = relative(root, path);
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat || IGNORED.test(name)) return;
  if (stat.isDirectory()) {
    for (const entry of readdirSync(path).sort()) addTo(hash, root, join(path, entry));
    return;
  }
  hash.update(`${name}\0${stat.size}\0`);
  hash.update(readFileSync(path));
}
