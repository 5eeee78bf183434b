import { expect, it } from 'vitest';
import { describeError } from './log';

it('keeps the values of a row and the password of an address out of the log', () => {
  const error = Object.assign(new Error('cannot reach postgresql://app:hush@db:5432/standby'), {
    code: '23505',
    detail: 'Key (email)=(someone@example.org) already exists.',
  });
  const written = JSON.stringify(describeError(error));
  expect(written).toContain('23505');
  expect(written).toContain('//…@db:5432');
  expect(written).not.toMatch(/hush|someone@example\.org/);
});
