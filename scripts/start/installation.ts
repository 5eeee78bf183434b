import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '@/lib/platform/process/environment';
import { Refusal } from '@/scripts/command';

/** The data that a start works on: the demo or the real one, each with a folder and a database of its own. */
export interface Installation {
  demo: boolean;
  dataDir: string;
  secret: string;
}

export interface Wish {
  demo?: boolean;
  empty?: boolean;
}

/** The demo unless a real installation exists or is asked for; leaving the demo is starting with another database. */
export function chooseInstallation(settings: Settings, wish: Wish = {}): Installation {
  const demo = isDemo(settings, wish);
  if (demo && !isLoopback(settings.host)) {
    throw new Refusal(
      `The demo has known sign-ins and is shown on this machine only, and HOST is “${settings.host}”. ` +
        'Start a real installation with “npm start -- --empty”, or leave HOST out.',
    );
  }
  const dataDir = demo ? join(settings.dataDir, 'demo') : settings.dataDir;
  return { demo, dataDir, secret: settings.secret ?? keptSecret(dataDir) };
}

export function databaseFolder(dataDir: string): string {
  return join(dataDir, 'postgres');
}

function isDemo(settings: Settings, wish: Wish): boolean {
  if (wish.demo && wish.empty) throw new Refusal('Choose one: --demo or --empty.');
  const wanted = wish.demo ? true : wish.empty ? false : settings.demo;
  if (settings.databaseUrl) {
    if (wanted) throw new Refusal('The demo has a database of its own: leave out DATABASE_URL, or the demo.');
    return false;
  }
  return wanted ?? !existsSync(databaseFolder(settings.dataDir));
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\./.test(host);
}

/** Made once; linked into place whole, so that two starts at the same moment agree on one. */
function keptSecret(dataDir: string): string {
  const file = join(dataDir, 'secret');
  try {
    // Passable, because the database may run as another user; what is secret inside has its own mode.
    mkdirSync(dataDir, { recursive: true, mode: 0o711 });
    if (!existsSync(file)) {
      const made = `${file}.${process.pid}`;
      writeFileSync(made, randomBytes(32).toString('hex'), { mode: 0o600, flush: true });
      placeOnce(made, file);
      rmSync(made);
    }
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new Refusal(
      `The secret of this installation cannot be kept in ${file}: ${(error as Error).message}. ` +
        'Start as the user it belongs to, or set STANDBY_DATA_DIR to another folder.',
    );
  }
}

function placeOnce(made: string, file: string): void {
  try {
    linkSync(made, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
