import { pino, stdSerializers } from 'pino';
import { beginning } from '@/lib/platform/rules/graphemes';
import { oncePerProcess } from './once-per-process';
import { withoutLinks } from './private-paths';

const hidden = ['password', 'secret', 'token', 'authorization', 'cookie'];

const write = (line: string) => void process.stdout.write(line);

/** Structured lines on stdout: JSON for machines, one short line each in a terminal. None holds a private link. */
export const logger = oncePerProcess('logger', () =>
  pino(
    {
      level: process.env.VITEST ? 'silent' : 'info',
      base: { process: process.env.STANDBY_PROCESS ?? 'standby', pid: process.pid },
      serializers: {
        err: describeError,
        path: (path: unknown) => beginning(withoutLinks(String(path)), 200),
      },
      redact: { paths: hidden.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '…' },
    },
    { write: (line: string) => (process.stdout.isTTY ? writeForPeople : write)(withoutLinks(line)) },
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
