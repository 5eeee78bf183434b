import type { ParseArgsOptionsConfig } from 'node:util';

export type Values = Record<string, string | boolean | undefined>;

/** One command of the command line. `run` returns the exit code, or nothing for success. */
export interface Command {
  /** As typed: `user create`. */
  words: string;
  summary: string;
  /** One line per option, as `--help` shows it. */
  options: Record<string, ParseArgsOptionsConfig[string] & { help: string; required?: boolean }>;
  /** More than the summary, for `--help` of this command. */
  about?: string;
  /** Words after the command that it takes, such as names of cases; none unless said. */
  further?: { name: string; help: string };
  run(values: Values, further: string[]): Promise<number | undefined>;
}

/** The person typed something that the command does not take: exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** Something that the person can mend is in the way; the message says what. Exit code 1, no stack trace. */
export class Refusal extends Error {
  override name = 'Refusal';
}
