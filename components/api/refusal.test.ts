import { expect, test } from 'vitest';
import type { Problem } from '@/lib/http/rules/problem';
import { ApiProblem } from './call-api';
import { errorsOf, isAnswer, refusalOf } from './refusal';

const refused = (status: number, more: Partial<Problem> = {}) =>
  new ApiProblem({ type: 'urn:standby:test', title: 'conflict', status, detail: 'Refused.', ...more });

test.each([0, 408, 425, 429, 500, 502, 503, 504, 599])('does not take %i for an answer', (status) => {
  expect(isAnswer(refused(status))).toBe(false);
});

test.each([400, 401, 403, 404, 409, 412, 413, 422])('takes %i for an answer', (status) => {
  expect(isAnswer(refused(status))).toBe(true);
});

test('does not take “still in progress” for an answer, nor an error that is no refusal', () => {
  expect(isAnswer(refused(409, { title: 'in_progress' }))).toBe(false);
  expect(isAnswer(refusalOf(new TypeError('the body broke off')))).toBe(false);
});

test('says what is wrong at each field, or the sentence when it is about none', () => {
  const fields = {
    'contact.email': ['Enter an address.', 'Too long.'],
    '': ['Choose one of the two.'],
    name: [],
  };
  expect(errorsOf(refused(422, { fields }))).toEqual([
    { field: 'contact.email', message: 'Enter an address.' },
    { message: 'Choose one of the two.' },
  ]);
  expect(errorsOf(refused(409))).toEqual([{ message: 'Refused.' }]);
});
