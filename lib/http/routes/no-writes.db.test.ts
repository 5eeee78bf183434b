import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { sessionCookieNames } from '@/lib/auth/sessions/cookies';
import { signIn } from '@/lib/auth/sign-in/sign-in';
import { databaseHealth, db, pool } from '@/lib/database/db';
import { askApi } from '@/lib/http/testing/ask-api';
import { member } from '@/lib/http/testing/walk/callers';
import { samples } from '@/lib/http/testing/walk/samples';
import { testWalk } from '@/lib/http/testing/walk/test-walk';
import { addressOf } from '@/lib/http/testing/walk/verdict';
import { callOf, subjectFor } from '@/lib/http/testing/walk/walk';
import { createKey } from '@/lib/members/commands/create-key';
import { person, testPassword } from '@/lib/members/testing/people';
import { cliContext } from '@/lib/platform/context';
import { newId } from '@/lib/platform/ids';
import { until } from '@/lib/platform/testing/until';
import { fromForm, rawReport } from '@/lib/reports/testing/people-and-incidents';
import { replaySpool } from '@/lib/spool/replay';
import { Spool, spool } from '@/lib/spool/spool';
import { rememberKeys } from './caller-of-report';

const door = testWalk();
const { adminUrl } = inject('database');
const folder = mkdtempSync(join(tmpdir(), 'standby-spool-'));

beforeAll(() => void spool.put(new Spool(folder)));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** From new connections on; those that there are go. */
async function refuseWrites(on: boolean): Promise<void> {
  const [{ name }] = (await pool().query('select current_database() as name')).rows;
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  const to = on ? 'set default_transaction_read_only = on' : 'reset default_transaction_read_only';
  await client.query(`alter database "${name}" ${to}`);
  await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
  await client.end();
  const show = () => pool().query('show transaction_read_only');
  await until('every connection to be a new one', async () => {
    const answers = await Promise.all(Array.from({ length: 16 }, show)).catch(() => []);
    return (
      answers.length > 0 && answers.every(({ rows }) => rows[0].transaction_read_only === (on ? 'on' : 'off'))
    );
  });
}

test('while the server takes no writes reports are kept and stored once, members read, and acts are refused', async () => {
  const { id: memberId, email } = await person('MANAGER');
  const { token, sessionId } = await signIn({ requestId: newId() }, { email, password: testPassword }, null);
  await db().session.update({ where: { id: sessionId }, data: { lastSeenAt: new Date(0) } });
  const { secret } = await createKey(cliContext(), { name: 'Alerts', role: 'USER' });
  await rememberKeys();
  const signed = { cookie: `${sessionCookieNames[0]}=${token}` };
  await refuseWrites(true);

  const answers = await Promise.all([
    ...Array.from({ length: 10 }, () => askApi('POST', '/reports', { body: fromForm() })),
    ...Array.from({ length: 10 }, () =>
      askApi('POST', '/reports', {
        headers: { authorization: `Bearer ${secret}` },
        body: rawReport(),
      }),
    ),
  ]);
  expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(202));
  const refs = await Promise.all(answers.map(async (answer) => (await answer.json()).ref as string));
  expect((await askApi('GET', '/session', { headers: signed })).status).toBe(200);
  expect((await askApi('GET', '/incidents', { headers: signed })).status).toBe(200);
  const refused = await askApi('PATCH', `/members/${memberId}`, {
    headers: signed,
    body: { name: 'Ana Luz', version: 1 },
  });
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5']);
  expect((await refused.json()).detail).toContain('the database takes no writes');
  expect(await replaySpool()).toBe(0);
  expect(readdirSync(folder)).toHaveLength(20);

  await refuseWrites(false);
  await until('the database to be well', () => databaseHealth().state === 'well');
  expect(await replaySpool()).toBe(20);
  expect(await db().report.count({ where: { ref: { in: refs } } })).toBe(20);
});

test('while the server takes no writes every read is answered as before, and no write breaks', async () => {
  const admin = await member('ADMIN');
  const calls = new Map<string, Parameters<typeof door.call>[1]>();
  for (const [name, sample] of Object.entries(samples)) {
    const address = addressOf(name, sample);
    const made = await subjectFor(address, sample, admin, sample.of ? 'foreign' : 'none');
    if (made) calls.set(name, callOf(address, sample, made, admin));
  }
  const ask = async (only: RegExp) => {
    const answers: Record<string, { status: number; body: string }> = {};
    for (const [name, call] of calls) if (only.test(name)) answers[name] = await door.call(admin, call);
    return answers;
  };
  const statuses = (answers: Awaited<ReturnType<typeof ask>>) =>
    Object.entries(answers).map(([name, { status }]) => `${name} ${status}`);

  const before = await ask(/^GET/);
  await refuseWrites(true);
  const reads = await ask(/^GET/);
  const writes = Object.entries(await ask(/^(?!GET)/));
  await refuseWrites(false);
  expect(statuses(reads)).toEqual(statuses(before));
  const broken = writes.filter(([, { status }]) => status >= 500 && status !== 503);
  const others = writes.filter(
    ([, { status, body }]) => status === 503 && !body.includes('the database takes no writes'),
  );
  expect([...broken, ...others]).toEqual([]);
  expect(writes.filter(([, { status }]) => status === 503).length).toBeGreaterThan(80);
  expect(writes.filter(([, { status }]) => status < 300).map(([name]) => name)).toEqual(['POST /reports']);
});
