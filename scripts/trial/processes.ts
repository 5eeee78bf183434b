import { readdirSync, readFileSync } from 'node:fs';
import { Refusal } from '@/scripts/command';

/* What /proc knows about processes: who runs, how much processor time and memory they took. Linux only. */

const ticksPerSecond = 100;

export function refuseWithoutProc(): void {
  if (process.platform === 'linux') return;
  throw new Refusal('This measures processes through /proc, which only Linux has.');
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

/** The fields of /proc/<pid>/stat after the name, which may hold blanks itself: state, parent, … */
function stat(pid: number): string[] | null {
  const text = read(`/proc/${pid}/stat`);
  return text ? text.slice(text.lastIndexOf(')') + 2).split(' ') : null;
}

export function isRunning(pid: number): boolean {
  const state = stat(pid)?.[0];
  return state !== undefined && state !== 'Z' && state !== 'X';
}

export function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => Number(stat(pid)?.[1]) === parent && isRunning(pid));
}

export function commandLine(pid: number): string {
  return read(`/proc/${pid}/cmdline`)?.replaceAll('\0', ' ').trim() ?? '';
}

export function environmentOf(pid: number): Record<string, string> {
  const lines = (read(`/proc/${pid}/environ`) ?? '').split('\0').filter((line) => line.includes('='));
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
}

/** Processor time of a process with all its threads and its children that run, in seconds. */
export function cpuSeconds(pid: number): number {
  const fields = stat(pid);
  const own = fields ? (Number(fields[11]) + Number(fields[12])) / ticksPerSecond : 0;
  return childrenOf(pid).reduce((sum, child) => sum + cpuSeconds(child), own);
}

/** How many files and connections a process has open. */
export function openFiles(pid: number): number {
  return readdirSync(`/proc/${pid}/fd`).length;
}

/** Memory in use by one process, in bytes. */
export function residentBytes(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(read(`/proc/${pid}/status`) ?? '')?.[1];
  return Number(kilobytes ?? 0) * 1024;
}
