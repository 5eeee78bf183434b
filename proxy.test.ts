import { NextRequest } from 'next/server';
import { beforeAll, describe, expect, test } from 'vitest';
import { contentSecurityPolicy, safetyHeaders } from '@/lib/auth/pages/security-headers';
import { proxy } from './proxy';

beforeAll(() => {
  process.env.STANDBY_URL = 'https://standby.example';
  process.env.STANDBY_SECRET ??= 'a secret for these tests, long enough to be one';
});

async function pass(path: string, headers: Record<string, string> = {}): Promise<Headers> {
  return (await proxy(new NextRequest(`https://standby.example${path}`, { headers }))).headers;
}

/** What the page behind gets to see of a request header. */
const inner = (headers: Headers, name: string) => headers.get(`x-middleware-request-${name}`);

describe('pages', () => {
  test('have a policy with a nonce of their own, which the page gets too', async () => {
    const [first, second] = [await pass('/people'), await pass('/people')];
    const nonce = inner(first, 'x-nonce');
    expect(first.get('content-security-policy')).toContain(
      `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`,
    );
    expect(inner(first, 'content-security-policy')).toBe(first.get('content-security-policy'));
    expect(inner(second, 'x-nonce')).not.toBe(nonce);
    expect(inner(first, 'x-standby-path')).toBe('/people');
  });

  test('have the safety headers, with TLS also HSTS', async () => {
    const headers = await pass('/report');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('strict-transport-security')).toMatch(/max-age=\d{8}; includeSubDomains/);
    expect(safetyHeaders({ secure: false })).not.toHaveProperty('Strict-Transport-Security');
  });

  test('never get a nonce or a marker of Next from outside', async () => {
    const headers = await pass('/people', {
      'x-nonce': 'mine',
      'x-middleware-subrequest': 'proxy:proxy:proxy',
    });
    expect(inner(headers, 'x-nonce')).not.toBe('mine');
    expect(inner(headers, 'x-middleware-subrequest')).toBeNull();
  });
});

test('answers of next-auth may run nothing', async () => {
  expect((await pass('/api/auth/csrf')).get('content-security-policy')).toBe(
    "default-src 'none'; frame-ancestors 'none'; sandbox",
  );
});

test.each(['/', '/history', '/status/INC-2041', '/api/v2/summary.json', '/feed.atom', '/api/v1/members'])(
  '%s keeps its own policy',
  async (path) => {
    expect((await pass(path)).get('content-security-policy')).toBeNull();
  },
);

test('a private link that was not made here is answered without a script', async () => {
  for (const path of ['/track/abc', '/report/confirm/abc']) {
    const answer = await proxy(new NextRequest(`https://standby.example${path}`));
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('href="/track"');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'self'");
  }
});

test('the policy in use has no way for foreign or inline code', () => {
  const policy = contentSecurityPolicy({ nonce: 'abc', secure: true, dev: false });
  const scripts = policy.split('; ').find((rule) => rule.startsWith('script-src'));
  expect(scripts).not.toMatch(/unsafe|\*|http|data:/);
  for (const rule of [
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "object-src 'none'",
  ]) {
    expect(policy).toContain(rule);
  }
});
