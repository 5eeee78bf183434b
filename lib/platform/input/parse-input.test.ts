import { expect, test } from 'vitest';
import { z } from 'zod';
import { AppError } from '@/lib/platform/errors';
import { parseInput } from './parse-input';
import { refuseUnknownKeys } from './unknown-keys';

const schema = z.object({
  severity: z.enum(['CRITICAL', 'SEVERE', 'TRIVIAL']),
  feeling: z.enum(['GONE', 'SLOW'], 'Choose what it is like.').default('SLOW'),
  steps: z
    .array(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('WAIT') }),
        z.object({ kind: z.literal('ASK') }),
      ]),
    )
    .default([]),
  mode: z.literal('DRILL').optional(),
  note: z.string().optional(),
});

type Refusal = Pick<AppError, 'message' | 'fields' | 'details'>;
const refusal = (raw: unknown): Refusal => refusalOf(() => parseInput(schema, raw));

function refusalOf(work: () => unknown): Refusal {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) return error;
  }
  throw new Error('It was not refused.');
}

test.each([
  [
    { severity: 'BAD' },
    'severity',
    'Use one of CRITICAL, SEVERE or TRIVIAL.',
    ['CRITICAL', 'SEVERE', 'TRIVIAL'],
  ],
  [{}, 'severity', 'Use one of CRITICAL, SEVERE or TRIVIAL.', ['CRITICAL', 'SEVERE', 'TRIVIAL']],
  [{ severity: 'SEVERE', mode: 'LIVE' }, 'mode', 'Use DRILL.', ['DRILL']],
  [
    { severity: 'SEVERE', steps: [{ kind: 'RUN' }] },
    'steps.0.kind',
    'Use one of WAIT or ASK.',
    ['WAIT', 'ASK'],
  ],
  // A sentence for people stays; programs find the values beside it.
  [{ severity: 'SEVERE', feeling: 'ODD' }, 'feeling', 'Choose what it is like.', ['GONE', 'SLOW']],
])('names the values there are: %j', (raw, field, sentence, allowed) => {
  const { message, fields, details } = refusal(raw);
  expect(message).toBe(`Please check what was sent (${field}): ${sentence}`);
  expect(fields).toEqual({ [field]: [sentence] });
  expect(details).toEqual({ allowed: { [field]: allowed } });
});

test('names none where nothing is chosen', () => {
  expect(refusal({ severity: 'SEVERE', note: 7 }).details).toEqual({});
});

test.each([
  [z.string(), undefined, 'It is missing. Send a text.'],
  [z.coerce.number(), 'many', 'Send a number.'],
  [z.coerce.number().min(1), '-1', 'Send at least 1.'],
  [z.number().positive(), 0, 'Send more than 0.'],
  [z.string().max(3), 'four', 'Send at most 3 characters.'],
  [z.string().min(1), '', 'It is empty. Send at least 1 character.'],
  [z.array(z.string()).max(1), ['a', 'b'], 'Send at most 1 item.'],
  [z.uuid(), 'x', 'Send an id, like 01936f0e-7c2b-7a61-9d3e-5b1f0c8a2d47.'],
  [z.union([z.string(), z.int()]), true, 'Send a text. Or: Send a number.'],
  [z.strictObject({}), { odd: 1 }, 'There is no field “odd” here. Leave it out, or check how it is spelled.'],
])('says what to send instead: %#', (field, value, sentence) => {
  expect(() => parseInput(z.object({ it: field }), { it: value })).toThrow(
    `Please check what was sent (it): ${sentence}`,
  );
});

test('a refusal is not longer than what was sent', () => {
  const many = Object.fromEntries(Array.from({ length: 5_000 }, (_, number) => [`k${number}`, 1]));
  const sent: [refuse: (raw: unknown) => unknown, raw: object][] = [
    [(raw) => refuseUnknownKeys(schema, raw), many],
    [(raw) => refuseUnknownKeys(schema, raw), { ['k'.repeat(50_000)]: 1 }],
    [(raw) => parseInput(schema.strict(), raw), { severity: 'SEVERE', ...many }],
    [(raw) => parseInput(schema, raw), { severity: 'SEVERE', steps: Array(5_000).fill({}) }],
  ];
  for (const [refuse, raw] of sent) {
    const { message, fields } = refusalOf(() => refuse(raw));
    expect(Object.keys(fields).length).toBeGreaterThan(0);
    expect(JSON.stringify({ message, fields }).length).toBeLessThan(15_000);
  }
});
