import { expect, test } from 'vitest';
import { testDatabase } from '@/lib/database/testing/database';
import { askApi } from '@/lib/http/testing/ask-api';
import { apiRoutes } from '@/lib/routes';

testDatabase();

test('is a page that needs no script of its own and no other host', async () => {
  const answer = await askApi('GET', '/docs');
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-security-policy')).toContain("style-src 'self'; script-src 'self'");
  const page = await answer.text();
  expect(page).not.toMatch(/\sstyle=|<style|<script(?![^>]*\ssrc=)[^>]*>|\son[a-z]+=/);
  expect([...page.matchAll(/(?:src|href)="(https?:[^"]+)"/g)].map(([, address]) => address)).toEqual([]);
  const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const [, anchor] of page.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(anchor);
  for (const address of Object.keys(apiRoutes)) expect(page).toContain(address.replaceAll(/:(\w+)/g, '{$1}'));
});

test('is an OpenAPI document for everybody, on our own address', async () => {
  const answer = await askApi('GET', '/openapi.json');
  expect(answer.headers.get('content-type')).toBe('application/json');
  expect(await answer.json()).toMatchObject({
    openapi: '3.1.1',
    servers: [{ url: expect.stringMatching(/^https?:\/\/[^/]+\/api\/v1$/) }],
  });
});
