import { expect, test } from 'vitest';
import { type Answered, seenAfter } from './seen-version';

const done = (answer: unknown): Answered => ({ done: answer });
const refused = (status: number, details?: Record<string, unknown>): Answered => ({
  refused: details ? { status, details } : { status },
});
const conflict = (version: number) => refused(409, { by: 'Priya', act: 'Severity changed', version });

test.each<[string, Answered[], number]>([
  ['that is only open', [], 1],
  ['of which something typed was wrong', [refused(422)], 1],
  ['that came at a bad state', [refused(412), refused(403)], 1],
  ['whose answer was lost', [refused(0), refused(503)], 1],
  ['whose name is taken', [refused(409), refused(409, { name: 'Orders' })], 1],
  ['that was told of a change', [conflict(2)], 2],
  ['that was told of a change after something typed was wrong', [refused(422), conflict(2), refused(422)], 2],
  ['that was told of one change after the other', [conflict(2), conflict(3)], 3],
  ['that stays open after its change', [done({ id: 'x', version: 2 })], 2],
  ['that stays open after a change that it was told of and its own', [conflict(2), done({ version: 3 })], 3],
  ['whose act changed no version', [done(undefined), done({ id: 'x' }), done({ version: 1 })], 1],
])('sends the version that was seen, in a form %s', (_form, answers, version) => {
  expect(answers.reduce(seenAfter, 1 as number | undefined)).toBe(version);
});

test('has none where there is nothing yet', () => {
  expect(seenAfter(undefined, done({ id: 'x', version: 1 }))).toBeUndefined();
});
