import type { z } from 'zod';
import { shortened } from '@/lib/platform/rules/graphemes';
import { isolated } from '@/lib/platform/rules/isolate';

/** A refusal names so many places, and so many fields in one sentence: else it would be longer than what was sent. */
export const mostRefusals = 100;
const mostNamed = 10;
/** The longest name that is said whole, in characters. */
export const longestName = 200;

type Issue = z.core.$ZodRawIssue;

/** What tells the kinds of a union apart. */
interface Choice {
  options?: readonly unknown[];
}

const kinds: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  null: 'null',
};

const forms: Record<string, string> = {
  uuid: 'an id, like 01936f0e-7c2b-7a61-9d3e-5b1f0c8a2d47',
  email: 'an address like name@example.org',
  url: 'an address like https://example.org',
  datetime: 'an instant, like 2026-06-09T14:30:00Z',
  date: 'a date like 2026-06-09',
  time: 'a time like 14:30',
};

const units: Record<string, [one: string, many: string]> = {
  string: ['character', 'characters'],
  array: ['item', 'items'],
  set: ['item', 'items'],
  record: ['entry', 'entries'],
  file: ['byte', 'bytes'],
};

function amount(origin: string, limit: number | bigint): string {
  const unit = units[origin];
  return unit ? `${limit} ${Number(limit) === 1 ? unit[0] : unit[1]}` : `${limit}`;
}

/** “Use one of A, B or C.” */
function choice(values: readonly unknown[]): string {
  const names = values.map(String);
  const last = names.pop();
  return names.length > 0 ? `Use one of ${names.join(', ')} or ${last}.` : `Use ${last}.`;
}

function typeSentence({ input, expected }: Extract<Issue, { code: 'invalid_type' }>): string {
  if (expected === 'never') return 'Leave it out.';
  const kind = kinds[expected] ?? 'a value of the kind that the reference of the API shows';
  return input === undefined ? `It is missing. Send ${kind}.` : `Send ${kind}.`;
}

function smallSentence({ origin, minimum, inclusive }: Extract<Issue, { code: 'too_small' }>): string {
  if (Number(minimum) === 1 && units[origin]) return `It is empty. Send at least ${amount(origin, minimum)}.`;
  return `Send ${inclusive === false ? 'more than' : 'at least'} ${amount(origin, minimum)}.`;
}

function bigSentence({ origin, maximum, inclusive }: Extract<Issue, { code: 'too_big' }>): string {
  return `Send ${inclusive === false ? 'less than' : 'at most'} ${amount(origin, maximum)}.`;
}

function formSentence({ format, pattern }: Extract<Issue, { code: 'invalid_format' }>): string {
  const form = forms[format] ?? (pattern ? `a text of the form ${pattern}` : 'a text of another form');
  return `Send ${form}.`;
}

function unionSentence({ errors, options = [] }: Extract<Issue, { code: 'invalid_union' }> & Choice): string {
  if (options.length > 0) return choice(options);
  return [...new Set(errors.flatMap(([first]) => first?.message ?? []))].join(' Or: ');
}

export function unknownSentence(keys: readonly string[]): string {
  const named = keys.slice(0, mostNamed).map((key) => `“${isolated(shortened(key, longestName))}”`);
  const names = [...named, ...(keys.length > mostNamed ? [`and ${keys.length - mostNamed} more`] : [])].join(
    ', ',
  );
  return keys.length === 1
    ? `There is no field ${names} here. Leave it out, or check how it is spelled.`
    : `There are no fields ${names} here. Leave them out, or check how they are spelled.`;
}

/** What is wrong with one place of an input and what to send instead, where its schema has no sentence of its own. */
export function refusalSentence(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return typeSentence(issue);
    case 'invalid_value':
      return choice(issue.values);
    case 'too_small':
      return smallSentence(issue);
    case 'too_big':
      return bigSentence(issue);
    case 'invalid_format':
      return formSentence(issue);
    case 'not_multiple_of':
      return `Send a multiple of ${issue.divisor}.`;
    case 'unrecognized_keys':
      return unknownSentence(issue.keys);
    case 'invalid_union':
      return unionSentence(issue);
    case 'invalid_key':
    case 'invalid_element':
      return issue.issues[0]?.message ?? 'Check its keys.';
    default:
      return 'It cannot be taken as it is. The reference of the API shows what can.';
  }
}
