import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  lchownSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { type Account, canWorkIn } from './account';
import { giveTo } from './ownership';

/** Left in the wanted folder when the database lives elsewhere, so that it is found again after a move. */
const POINTER = 'database-is-elsewhere.json';

/**
 * The folder that will hold the database: the wanted one, or, when that is closed to the account, one outside
 * the closed tree. The choice is said and remembered.
 */
export function chooseLocation(account: Account, wanted: string, log: (line: string) => void): string {
  makeFolder(wanted);
  if (openTo(account, wanted)) return wanted;
  for (const place of placesOutside(wanted)) {
    if (!makeOutside(place) || !openTo(account, place)) continue;
    moveIn(account, wanted, place);
    writeFileSync(join(wanted, POINTER), `${JSON.stringify({ from: wanted, to: place })}\n`);
    log(
      `The folder ${wanted} is closed to “${account.name}”, the user that the database runs as, ` +
        `so the database is kept in ${place}.`,
    );
    return place;
  }
  throw new Error(
    account.ids
      ? `The database runs as “${account.name}”, which can reach neither ${wanted} nor a folder in /var/lib or ` +
          `${tmpdir()}. Set STANDBY_DATA_DIR to a folder that it can reach.`
      : `You (${account.name}) cannot write in ${wanted}. Set STANDBY_DATA_DIR to a folder of your own.`,
  );
}

function openTo(account: Account, folder: string): boolean {
  if (account.ids) lchownSync(folder, account.ids.uid, account.ids.gid);
  return canWorkIn(account, folder);
}

/** Folders on the way stay passable; what is secret inside has its own mode. */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o755 });
  } catch (error) {
    throw new Error(
      `The data folder ${folder} cannot be made: ${(error as Error).message}. Set STANDBY_DATA_DIR to another.`,
    );
  }
}

function makeOutside(place: string): boolean {
  try {
    mkdirSync(place, { recursive: true, mode: 0o755 });
    chmodSync(dirname(place), 0o755);
    return true;
  } catch {
    return false;
  }
}

function placesOutside(wanted: string): string[] {
  if (process.getuid?.() !== 0) return [];
  const name = `${basename(wanted)}-${createHash('sha256').update(wanted).digest('hex').slice(0, 12)}`;
  const remembered = rememberedPlace(wanted);
  return [
    ...(remembered ? [remembered] : []),
    join('/var/lib/standby', name),
    join(tmpdir(), 'standby', name),
  ];
}

/** A pointer that came along with a copy of the folder must not make two copies share one database. */
function rememberedPlace(wanted: string): string | undefined {
  const file = join(wanted, POINTER);
  if (!existsSync(file)) return undefined;
  const { from, to } = JSON.parse(readFileSync(file, 'utf8')) as { from: string; to: string };
  const isCopy = resolve(from) !== resolve(wanted) && existsSync(join(from, POINTER));
  return isCopy ? undefined : to;
}

/** A database made while the tree was still open goes along; the old files stay behind under another name. */
function moveIn(account: Account, wanted: string, place: string): void {
  for (const name of ['password', 'cluster']) {
    const source = join(wanted, name);
    const target = join(place, name);
    if (!existsSync(source) || existsSync(target)) continue;
    cpSync(source, target, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
    giveTo(account, target);
    renameSync(source, `${source}.moved`);
  }
}
