import { pino, stdSerializers } from 'pino';
import { oncePerProcess } from './once-per-process';

const hidden = ['password', 'secret', 'token', 'authorization', 'cookie'];

/** Structured lines on stdout: JSON for machines, one short line each in a terminal. */
export const logger = oncePerProcess('logger', () =>
  pino(
    {
      level: process.env.VITEST ? 'silent' : 'info',
      base: { process: process.env.STANDBY_PROCESS ?? 'standby', pid: process.pid },
      serializers: { err: describeError },
      redact: { paths: hidden.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '…' },
    },
    { write: process.stdout.isTTY ? writeForPeople : (line: string) => process.stdout.write(line) },
  ),
);

/** Leaves out `detail` and `where`, in which PostgreSQL repeats the values of a row, passwords in addresses, and private links. */
export function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { type, message, stack } = stdSerializers.err(error);
  const code = (error as NodeJS.ErrnoException).code;
  return { type, message: withoutCredentials(oneLine(message)), code, stack: withoutCredentials(stack) };
}

/** What an error repeats may hold the signs by which a terminal is steered, or begin a line that nobody logged. */
const oneLine = (text: string) => text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ');

/** The secret part of a private link is a path segment of 54 characters; see link-tokens. */
const linkSecret = /\/[A-Za-z0-9_-]{54}(?![A-Za-z0-9_-])/g;

export function withoutLinks(text: string): string {
  return text.replaceAll(linkSecret, '/…');
}

function withoutCredentials(text: string): string {
  return withoutLinks(text.replaceAll(/\/\/[^\s/@]+@/g, '//…@'));
}

interface Line {
  time: number;
  level: number;
  process: string;
  msg?: string;
  err?: { message?: string };
}

function writeForPeople(text: string): void {
  const line = JSON.parse(text) as Line;
  const time = new Date(line.time).toISOString().slice(11, 19);
  const mark = line.level >= 50 ? 'error: ' : line.level >= 40 ? 'warning: ' : '';
  const reason = line.err?.message ? ` (${line.err.message})` : '';
  process.stdout.write(`${time} ${line.process}: ${mark}${line.msg ?? ''}${reason}\n`);
}
