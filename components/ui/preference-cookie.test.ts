import { expect, test } from 'vitest';
import { cookieIn, preferenceCookie, preferenceIn } from './preference-cookie';

test('with TLS what a reader chose is set by this host only, and never sent without', () => {
  expect(preferenceCookie('zone', 'Europe/Berlin', { protocol: 'https:' })).toMatch(
    /^__Host-zone=Europe%2FBerlin; path=\/; max-age=\d+; samesite=lax; secure$/,
  );
  expect(preferenceCookie('zone', 'UTC', { protocol: 'http:' })).toMatch(
    /^zone=UTC; path=\/;[^;]+; samesite=lax$/,
  );
  expect(preferenceCookie('theme', null, { protocol: 'https:' })).toContain('max-age=0');
});

test('it is read under either name, the safer one first', () => {
  const cookies = 'zone=UTC; __Host-zone=Europe%2FBerlin; my-theme=light; theme=dark';
  expect(preferenceIn(cookieIn(cookies), 'zone')).toBe('Europe%2FBerlin');
  expect(preferenceIn(cookieIn(cookies), 'theme')).toBe('dark');
  expect(preferenceIn(cookieIn(''), 'zone')).toBeUndefined();
});
