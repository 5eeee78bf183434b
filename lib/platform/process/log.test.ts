import { expect, test } from 'vitest';
import { newId } from '@/lib/platform/ids';
import { linkToken } from '@/lib/platform/secrets/link-token';
import { hostileTexts } from '@/lib/platform/testing/hostile-strings';
import { describeError } from './log';

test('keeps the values of a row and the password of an address out of the log', () => {
  const error = Object.assign(new Error('cannot reach postgresql://app:hush@db:5432/standby'), {
    code: '23505',
    detail: 'Key (email)=(someone@example.org) already exists.',
  });
  const written = JSON.stringify(describeError(error));
  expect(written).toContain('23505');
  expect(written).toContain('//…@db:5432');
  expect(written).not.toMatch(/hush|someone@example\.org/);
});

test('keeps private links out of the log', () => {
  process.env.STANDBY_SECRET ??= 'a secret for this test, long enough to be one';
  const token = linkToken('tracking', newId());
  const written = JSON.stringify(
    describeError(new Error(`GET /track/${token}?a=1 and /api/v1/tracking/${token}/live`)),
  );
  expect(written).not.toContain(token);
  expect(written).toContain('/track/… and /api/v1/tracking/…');
});

test.each(hostileTexts)('one error is one line, whatever it repeats: %j', (text) => {
  const { message } = describeError(new Error(`“${text}” is no name`)) as { message: string };
  expect(message).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
  expect(message.endsWith('is no name')).toBe(true);
});
