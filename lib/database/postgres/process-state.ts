import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** A zombie still answers to signal 0 but does nothing any more, so it counts as gone. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return !existsSync('/proc/self/stat') || statFields(pid)?.state !== 'Z';
}

/** Changes when a process id is used again: the kernel's start tick on Linux, the start date elsewhere. */
export function startMark(pid: number): string | undefined {
  if (existsSync('/proc/self/stat')) return statFields(pid)?.startedAt;
  return ask(pid, 'lstart=');
}

/** Whether the process is a PostgreSQL server, and not another one that got the same id later. */
export function isPostgres(pid: number): boolean {
  if (existsSync('/proc/self/stat')) return statFields(pid)?.name === 'postgres';
  return ask(pid, 'comm=')?.includes('postgres') ?? false;
}

/** Polls until the condition holds; resolves to whether it did within the limit (milliseconds). */
export async function until(condition: () => boolean, limit: number): Promise<boolean> {
  const deadline = Date.now() + limit;
  while (!condition()) {
    if (Date.now() > deadline) return false;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return true;
}

function statFields(pid: number): { name: string; state: string; startedAt: string } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const end = text.lastIndexOf(')');
    const rest = text.slice(end + 2).split(' ');
    return { name: text.slice(text.indexOf('(') + 1, end), state: rest[0] ?? '', startedAt: rest[19] ?? '' };
  } catch {
    return undefined;
  }
}

function ask(pid: number, field: string): string | undefined {
  try {
    return execFileSync('ps', ['-p', String(pid), '-o', field], { encoding: 'utf8' }).trim() || undefined;
  } catch {
    return undefined;
  }
}
