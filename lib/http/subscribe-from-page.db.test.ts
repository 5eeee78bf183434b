import { describe, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { insertRow } from '@/lib/platform/testing/rows';
import { subscribeFromPage } from './subscribe-from-page';

testDatabase();

async function post(
  form: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; page: string }> {
  const answer = await subscribeFromPage(
    new Request('http://status.example/subscribe/send', {
      method: 'POST',
      body: form,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        host: 'status.example',
        origin: 'http://status.example',
        'sec-fetch-site': 'same-origin',
        ...headers,
      },
    }),
  );
  return { status: answer.status, page: await answer.text() };
}

describe('the subscription form of the status page', () => {
  test('asks the owner of the address, for the services that were ticked', async () => {
    await insertRow('service', { slug: 'shop', name: 'Shop' });
    const { status, page } = await post('email=Dana%40example.org&service=shop&website=');
    expect(status).toBe(200);
    expect(page).toContain('We sent a link to dana@example.org');
    const [row] = await db().subscriber.findMany({ include: { services: true } });
    expect(row).toMatchObject({ address: 'dana@example.org', state: 'PENDING', allServices: false });
    expect(row?.services).toHaveLength(1);
  });

  test('says what is wrong, as text', async () => {
    const { status, page } = await post('email=%3Cscript%3Ealert(1)%3C%2Fscript%3E');
    expect(status).toBe(422);
    expect(page).toContain('Enter the address in full');
    expect(page).not.toContain('<script>alert');
  });

  test('refuses what another site sent, and what is no form', async () => {
    expect((await post('email=a%40example.org', { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await post('email=a%40example.org', { origin: 'https://evil.example' })).status).toBe(403);
    expect((await post('{}', { 'content-type': 'application/json' })).status).toBe(422);
    expect((await post(`email=${'a'.repeat(20_000)}`)).status).toBe(413);
  });
});
