import { beforeAll, expect, test } from 'vitest';
import {
  deviceCookie,
  endedSessionCookie,
  readSessionCookie,
  sessionCookie,
  setCookieHeader,
} from './cookies';

beforeAll(() => {
  process.env.STANDBY_URL = 'https://standby.example';
});

test('with TLS a cookie is never sent without', () => {
  expect(setCookieHeader(sessionCookie('x'))).toBe(
    '__Host-next-auth.session-token=x; Path=/; HttpOnly; SameSite=Lax; Secure',
  );
  expect(setCookieHeader(deviceCookie('y'))).toMatch(
    /^__Host-standby\.device=y; Path=\/; HttpOnly; SameSite=Lax; Secure; Expires=/,
  );
  expect(setCookieHeader(endedSessionCookie())).toContain('Expires=Thu, 01 Jan 1970 00:00:00 GMT');
});

test('the cookie that only TLS can set comes first', () => {
  expect(readSessionCookie('next-auth.session-token=a; __Host-next-auth.session-token=b')).toBe('b');
  expect(readSessionCookie('x=1;next-auth.session-token=a')).toBe('a');
  expect(readSessionCookie('my-next-auth.session-token=a')).toBeNull();
  expect(readSessionCookie(null)).toBeNull();
});
