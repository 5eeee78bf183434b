import { expect, test } from 'vitest';
import { testDatabase } from '@/lib/database/testing/database';
import { askApi } from '@/lib/http/testing/ask-api';
import { person, testPassword } from '@/lib/members/testing/people';

testDatabase();

function ask(method: string, headers: Record<string, string>, body?: unknown): Promise<Response> {
  return askApi(method, '/session', { headers: { host: 'standby.example', ...headers }, body });
}

async function signIn(headers: Record<string, string> = {}) {
  const { email } = await person('RESPONDER', 'Priya');
  return await ask('POST', headers, { email, password: testPassword });
}

function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

test('sign in, who am I, sign out', async () => {
  const response = await signIn({ origin: 'http://standby.example', 'sec-fetch-site': 'same-origin' });
  expect(response.status).toBe(201);
  expect(response.headers.get('cache-control')).toBe('no-store');
  const cookie = cookiesOf(response);
  expect(await (await ask('GET', { cookie })).json()).toMatchObject({ name: 'Priya' });

  const left = await ask('DELETE', { cookie });
  expect(left.status).toBe(204);
  expect(left.headers.get('set-cookie')).toMatch(
    /^__Host-next-auth\.session-token=;.*Expires=Thu, 01 Jan 1970/,
  );
  expect((await ask('GET', { cookie })).status).toBe(401);
  expect((await ask('DELETE', { cookie })).status).toBe(204);
});

test.each([
  ['another site', { origin: 'https://evil.example' }],
  ['a site without an origin', { origin: 'null' }],
  ['a neighbour of the same domain', { 'sec-fetch-site': 'same-site' }],
  ['a page of another site', { 'sec-fetch-site': 'cross-site' }],
])('%s can neither sign in nor sign out', async (_who, headers) => {
  expect((await signIn(headers)).status).toBe(403);
  const cookie = cookiesOf(await signIn());
  expect((await ask('DELETE', { ...headers, cookie })).status).toBe(403);
  expect((await ask('GET', { cookie })).status).toBe(200);
});

test('a wrong password is a problem document with the sentence', async () => {
  const { email } = await person('USER');
  const response = await ask('POST', {}, { email, password: 'wrong' });
  expect(response.status).toBe(401);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(await response.json()).toMatchObject({ detail: 'That email and password do not match.' });
  expect(response.headers.get('set-cookie')).toBeNull();
});

test.each([
  ['nothing', {}],
  ['an address that is none', { email: 'x', password: 'y' }],
  ['a list', []],
  ['an endless password', { email: 'a@example.org', password: 'x'.repeat(5_000) }],
])('%s is refused with what to mend', async (_what, body) => {
  expect((await ask('POST', {}, body)).status).toBe(422);
});

test('a body that is far too long is not read', async () => {
  const body = { email: 'a@example.org', password: 'x'.repeat(50_000) };
  expect((await ask('POST', {}, body)).status).toBe(413);
});

test('a key that is not known is named, instead of being passed over', async () => {
  const named = { fields: { verison: [expect.stringContaining('There is no field “verison” here.')] } };
  const given = { email: 'nobody@example.org', verison: 1 };
  const signedIn = await ask('POST', {}, { ...given, password: testPassword });
  expect([signedIn.status, await signedIn.json()]).toEqual([422, expect.objectContaining(named)]);
  const asked = await askApi('POST', '/tracking', { body: given });
  expect([asked.status, await asked.json()]).toEqual([422, expect.objectContaining(named)]);
});
