import { expect, test } from 'vitest';
import { safePath } from './safe-path';

test.each(['/triage', '/incidents/INC-2041?tab=timeline', '/people#teams', '/'])('%s is kept', (path) => {
  expect(safePath(path)).toBe(path);
});

test.each([
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/a\\b',
  '/x\r\nSet-Cookie: a=b',
  'javascript:alert(1)',
  'triage',
  '',
  '/sign-in?next=/triage',
  '/api/auth/signout',
  '/_next/data',
  `/${'a'.repeat(3_000)}`,
  null,
  ['/triage'],
])('%j goes home', (wanted) => {
  expect(safePath(wanted, '/home')).toBe('/home');
});

test('climbing ends at the top of this site', () => {
  expect(safePath('/../../etc/passwd')).toBe('/etc/passwd');
  expect(safePath('/x/..//evil.example', '/home')).toBe('/home');
});
