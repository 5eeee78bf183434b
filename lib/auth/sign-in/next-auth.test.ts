import { expect, test } from 'vitest';
import { answerNextAuth } from './next-auth';
import { nextAuthOptions } from './next-auth-options';

process.env.STANDBY_SECRET ??= 'a secret for this test, long enough to be one';

const ask = (method: string, path: string, init: RequestInit = {}): Promise<Response> =>
  answerNextAuth(new Request(`http://127.0.0.1:3000/api/auth/${path}`, { method, ...init }), {
    params: Promise.resolve({ nextauth: path.split('/') }),
  });

test.each([
  ['POST', '_log'],
  ['GET', 'providers'],
  ['GET', 'error'],
  ['GET', 'signin'],
  ['GET', 'signout'],
  ['GET', 'callback/credentials'],
  ['POST', 'callback/github'],
  ['POST', 'session'],
  ['POST', 'csrf'],
  ['GET', 'verify-request'],
])('%s /api/auth/%s is no address of ours', async (method, path) => {
  await expect(ask(method, path)).rejects.toMatchObject({ code: 'not_found' });
});

test.each([
  ['callback/credentials', 'application/json', '{"email":', 'invalid'],
  ['callback/credentials', 'application/json', '[]', 'invalid'],
  ['signout', 'application/json', '{', 'invalid'],
  ['signout', 'application/x-www-form-urlencoded', `a=${'x'.repeat(30_000)}`, 'too_large'],
])('%s refuses a body of %s that it cannot read', async (path, type, body, code) => {
  const headers = { 'content-type': type, 'sec-fetch-site': 'same-origin' };
  await expect(ask('POST', path, { headers, body })).rejects.toMatchObject({ code });
});

test('with TLS the cookies of next-auth are such that only this host can set them', () => {
  process.env.STANDBY_URL = 'https://standby.example';
  const { sessionToken, callbackUrl } = nextAuthOptions().cookies ?? {};
  for (const cookie of [sessionToken, callbackUrl]) {
    expect(cookie?.name).toMatch(/^__Host-next-auth\./);
    expect(cookie?.options).toEqual({ httpOnly: true, sameSite: 'lax', path: '/', secure: true });
  }
});
