import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, isPostgres, startMark, until } from './process-state';

/** What the server writes about itself into `postmaster.pid`. */
export interface Postmaster {
  pid: number;
  port: number;
  ready: boolean;
}

const OWNER = 'owner.json';

export function readPostmaster(cluster: string): Postmaster | undefined {
  const lines = pidFile(cluster);
  if (!lines) return undefined;
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  return { pid, port: Number(lines[3] ?? 0), ready: lines[7]?.trim() === 'ready' };
}

/** A server that stops takes its file away at any moment, also between a look and a read. */
function pidFile(cluster: string): string[] | undefined {
  try {
    return readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** The process that started the server notes itself, so that a later one can tell an orphan from one in use. */
export function noteOwner(location: string): void {
  const note = { pid: process.pid, mark: startMark(process.pid) };
  writeFileSync(join(location, OWNER), JSON.stringify(note), { mode: 0o600 });
}

/**
 * The server of this cluster when another living Standby process keeps it; waits while it is still starting.
 */
export async function serverInUse(location: string, cluster: string): Promise<Postmaster | undefined> {
  const found = readPostmaster(cluster);
  if (!found || !runsHere(found) || !ownerLives(location)) return undefined;
  await until(() => readPostmaster(cluster)?.ready === true || !isAlive(found.pid), 15_000);
  const now = readPostmaster(cluster);
  return now?.ready && isAlive(now.pid) ? now : undefined;
}

/** Stops a server whose owner is gone, and takes away the pid file of one that is dead. */
export async function clearOrphan(cluster: string, log: (line: string) => void): Promise<void> {
  const found = readPostmaster(cluster);
  if (!found) return;
  if (runsHere(found)) {
    log(
      `A database server without its Standby was still running (process ${found.pid}); it is being stopped.`,
    );
    await stopServer(found.pid);
  }
  const left = readPostmaster(cluster);
  if (left && !runsHere(left)) rmSync(join(cluster, 'postmaster.pid'), { force: true });
}

/** Ends a server by its id: a clean stop first (clients are disconnected), then one that needs recovery. */
export async function stopServer(pid: number): Promise<void> {
  const steps: [NodeJS.Signals, number][] = [
    ['SIGINT', 20_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 3_000],
  ];
  for (const [signal, limit] of steps) {
    if (!isAlive(pid)) return;
    signalServer(pid, signal);
    if (await until(() => !isAlive(pid), limit)) return;
  }
  throw new Error(`The database server (process ${pid}) does not stop. End it by hand and start again.`);
}

function signalServer(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') {
      throw new Error(
        `The database server (process ${pid}) belongs to another user. Stop it, or start Standby as that user.`,
      );
    }
  }
}

function runsHere(found: Postmaster): boolean {
  return isAlive(found.pid) && isPostgres(found.pid);
}

function ownerLives(location: string): boolean {
  try {
    const { pid, mark } = JSON.parse(readFileSync(join(location, OWNER), 'utf8')) as {
      pid: number;
      mark?: string;
    };
    return isAlive(pid) && startMark(pid) === mark;
  } catch {
    return false;
  }
}
