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

/** What was asked for on the command line. @throws Refusal for a case that does not exist, or a seed that is no number */
export function readArguments<Case extends { name: string }>(args: string[], all: Case[]): Chosen<Case> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      list: { type: 'boolean', default: false },
      small: { type: 'boolean', default: false },
      seed: { type: 'string' },
      report: { type: 'string' },
    },
  });
  const unknown = positionals.find((name) => !all.some((one) => one.name === name));
  if (unknown) {
    throw new Refusal(`There is no case “${unknown}”; there are ${all.map(({ name }) => name).join(', ')}.`);
  }
  const seed = values.seed === undefined ? Math.floor(Math.random() * 1_000_000) : Number(values.seed);
  if (!Number.isSafeInteger(seed) || seed < 0) throw new Refusal('A seed is a whole number from 0 on.');
  const cases = positionals.length > 0 ? all.filter(({ name }) => positionals.includes(name)) : all;
  return { cases, list: values.list, small: values.small, seed, report: values.report };
}
