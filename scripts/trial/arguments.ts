import { parseArgs } from 'node:util';
import { Refusal } from '@/scripts/command';

export interface Chosen<Case> {
  cases: Case[];
  list: boolean;
  small: boolean;
  seed: number;
  /** A file to write the counts to. */
  report: string | undefined;
}

/** The part of the cases that `2/3` names: every third, from the second on. @throws Refusal for other words */
function shardOf<Case>(cases: Case[], words: string): Case[] {
  const [number = 0, count = 0] = words.split('/').map(Number);
  if (!(number >= 1 && number <= count)) throw new Refusal('A shard is said as in “1/2”.');
  return cases.filter((_, index) => index % count === number - 1);
}

/**
 * What was asked for on the command line.
 * @param parts cases that are run only when they are named
 * @throws Refusal for a case that does not exist, or a seed that is no number
 */
export function readArguments<Case extends { name: string }>(
  args: string[],
  all: Case[],
  parts: Case[] = [],
): Chosen<Case> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      list: { type: 'boolean', default: false },
      small: { type: 'boolean', default: false },
      seed: { type: 'string' },
      report: { type: 'string' },
      shard: { type: 'string', default: '1/1' },
    },
  });
  const known = [...all, ...parts];
  const unknown = positionals.find((name) => !known.some((one) => one.name === name));
  if (unknown) {
    throw new Refusal(
      `There is no case “${unknown}”; there are ${known.map(({ name }) => name).join(', ')}.`,
    );
  }
  const seed = values.seed === undefined ? Math.floor(Math.random() * 1_000_000) : Number(values.seed);
  if (!Number.isSafeInteger(seed) || seed < 0) throw new Refusal('A seed is a whole number from 0 on.');
  const named = positionals.length > 0 ? known.filter(({ name }) => positionals.includes(name)) : all;
  const cases = shardOf(named, values.shard);
  return { cases, list: values.list, small: values.small, seed, report: values.report };
}
