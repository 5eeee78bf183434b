import { expect, test } from 'vitest';
import { z } from 'zod';
import { checkAnswer } from './check-answer';

const schema = z.object({
  id: z.uuid(),
  rows: z.array(z.object({ at: z.iso.datetime(), of: z.int().optional() })),
});
const id = '0197a6a4-7c1e-7000-8000-000000000000';
const at = '2026-06-09T14:30:00.000Z';

test.each([
  ['exactly the view', { id, rows: [{ at }, { at, of: 3 }] }],
  ['a date, which is sent as text', { id, rows: [{ at: new Date(at) }] }],
  ['what is left out of the JSON', { id, rows: [], more: undefined }],
])('lets %s pass', (_what, view) => {
  expect(() => checkAnswer('run.read', schema, () => view)).not.toThrow();
});

test.each([
  ['a part that is missing', { id }, 'run.read.rows'],
  ['a wrong part', { id, rows: [{ at: 'yesterday' }] }, 'run.read.rows.0.at'],
  ['a part that the schema does not know', { id, rows: [{ at, secret: 'x' }] }, 'run.read.rows.0.secret'],
  ['nothing at all', undefined, 'run.read'],
])('refuses %s', (_what, view, place) => {
  expect(() => checkAnswer('run.read', schema, () => view)).toThrow(place);
});
