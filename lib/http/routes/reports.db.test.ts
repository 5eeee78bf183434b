import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeDatabase, connectDatabase, db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { askApi } from '@/lib/http/testing/ask-api';
import { keyMark } from '@/lib/members/schema';
import { sha256 } from '@/lib/platform/audit/canonical-json';
import { newId, newSecret } from '@/lib/platform/ids';
import { fromForm, makeService, rawReport } from '@/lib/reports/testing/people-and-incidents';
import { Spool, spool } from '@/lib/spool/spool';

const database = testDatabase();
const folder = mkdtempSync(join(tmpdir(), 'standby-api-'));
const key = keyMark + newSecret();

beforeAll(async () => {
  spool.put(new Spool(folder));
  await makeService('shop');
  await db().apiKey.create({
    data: { id: newId(), hash: sha256(key), prefix: 'test', name: 'Test', role: 'USER' },
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const json = { 'content-type': 'application/json' };
const signed = { ...json, authorization: `Bearer ${key}` };

function post(body: unknown, headers: Record<string, string> = signed): Promise<Response> {
  return askApi('POST', '/reports', { headers, body });
}

async function problem(response: Promise<Response>): Promise<[number, string]> {
  const answer = await response;
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  return [answer.status, ((await answer.json()) as { detail: string }).detail];
}

describe('POST /api/v1/reports', () => {
  test('answers 201 with the reference and the private link', async () => {
    const answer = await post(rawReport({ service: 'shop' }));
    expect(answer.status).toBe(201);
    const filed = await answer.json();
    expect(filed).toMatchObject({
      ref: expect.stringMatching(/^R-/),
      state: 'NEW',
      trackingUrl: expect.stringContaining('/track/'),
    });
    expect(answer.headers.get('location')).toBe(`/api/v1/reports/${filed.ref}`);
  });

  test('makes one report for one Idempotency-Key', async () => {
    const { clientKey: _, ...body } = rawReport();
    const headers = { ...signed, 'idempotency-key': 'alert-4711' };
    const [first, second] = [
      await (await post(body, headers)).json(),
      await (await post(body, headers)).json(),
    ];
    expect(second).toEqual(first);
    expect(await problem(post({ ...body, description: 'Another.' }, headers))).toMatchObject([
      409,
      expect.any(String),
    ]);
  });

  test('refuses what it cannot read, each time with a sentence', async () => {
    expect(await problem(post('{"experience":'))).toEqual([422, expect.stringContaining('valid JSON')]);
    expect(await problem(post('[]'))).toEqual([422, expect.stringContaining('JSON object')]);
    expect(await problem(post('x', { ...signed, 'content-type': 'text/plain' }))).toEqual([
      422,
      expect.stringContaining('as JSON'),
    ]);
    const deep = `{"description":${'['.repeat(10_000)}${']'.repeat(10_000)}}`;
    expect(await problem(post(deep))).toEqual([422, expect.stringContaining('deep')]);
    expect(await problem(post(rawReport({ service: 'nope' })))).toEqual([
      422,
      expect.stringContaining('list'),
    ]);
    expect(await problem(post(rawReport({ description: 'x'.repeat(900_000) })))).toEqual([
      422,
      expect.stringContaining('900,000'),
    ]);
    expect((await problem(post(rawReport({ description: 'x'.repeat(10_000_000) }))))[0]).toBe(413);
    const none = await problem(post({}));
    expect(none).toEqual([422, expect.any(String)]);
  });

  test('refuses a wrong key, and a write from the page of another site', async () => {
    expect((await problem(post(rawReport(), { ...json, authorization: 'Bearer sb_nope' })))[0]).toBe(401);
    expect((await problem(post(fromForm(), { ...json, origin: 'https://evil.example' })))[0]).toBe(403);
  });

  test('holds what comes without a key and without the form', async () => {
    const answer = await post(rawReport({ email: 'dana@example.org' }), json);
    expect(await answer.json()).toMatchObject({ held: true });
    expect((await problem(post(rawReport(), json)))[1]).toContain('e-mail');
  });

  test('keeps strangers apart who made up the same key, and knows one again in another network', async () => {
    const { clientKey: _, ...body } = rawReport({ email: 'dana@example.org' });
    const send = (more: object, network: string) =>
      post({ ...body, ...more }, { ...json, 'idempotency-key': 'report-1', 'x-standby-address': network });
    const first = await (await send({}, '203.0.113.7')).json();
    expect(await (await send({}, '198.51.100.7')).json()).toEqual(first);
    const other = await send({ description: 'Another.', email: 'kim@example.org' }, '203.0.113.7');
    expect(other.status).toBe(201);
    expect((await other.json()).ref).not.toBe(first.ref);
  });

  test('knows the report of a form again in another network, and refuses it with other words', async () => {
    const sent = fromForm();
    const send = (more: object, network: string) =>
      post({ ...sent, ...more }, { ...json, 'x-standby-address': network });
    const first = await (await send({}, '203.0.113.8')).json();
    expect(await (await send({}, '198.51.100.8')).json()).toEqual(first);
    expect((await problem(send({ description: 'Another.' }, '203.0.113.8')))[0]).toBe(409);
  });

  test('answers 202 while the database is away, to the form and to keys it knows', async () => {
    await closeDatabase();
    connectDatabase('postgresql://standby:x@127.0.0.1:1/standby');
    try {
      const answers = [
        await post(rawReport()),
        await post(fromForm(), json),
        await post(fromForm(), { ...json, cookie: 'next-auth.session-token=x' }),
      ];
      expect(answers.map((answer) => answer.status)).toEqual([202, 202, 202]);
      expect(
        (await problem(post(rawReport(), { ...json, authorization: `Bearer ${keyMark}${newSecret()}` })))[0],
      ).toBe(503);
    } finally {
      await closeDatabase();
      connectDatabase(database.url);
    }
  });
});
