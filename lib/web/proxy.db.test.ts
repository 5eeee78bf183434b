import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { settleConcern } from '@/lib/home/commands/settle-concern';
import { consoleFrame } from '@/lib/home/queries/frame';
import { readHealth } from '@/lib/home/queries/health';
import { contextOf } from '@/lib/members/testing/people';
import { newId } from '@/lib/platform/ids';
import { endConcern } from '@/lib/platform/process/concerns';
import { logger } from '@/lib/platform/process/log';
import { until } from '@/lib/platform/testing/until';
import { makeMember, makeService, rawReport } from '@/lib/reports/testing/people-and-incidents';
import { addApiRoute } from '@/lib/web/routes/api-route';
import { ask, type RunningServer, runServer } from '@/lib/web/testing/running-server';
import { announced, tellOfProxy } from './tell-of-proxy';

testDatabase();
const admin = contextOf(newId(), 'ADMIN');
const manager = contextOf(newId(), 'MANAGER');

let running: RunningServer;
beforeAll(async () => {
  await makeService('shop');
  addApiRoute();
});
afterEach(async () => {
  await running.stop();
  vi.restoreAllMocks();
});

async function serve(): Promise<void> {
  running = await runServer(async (_request, response) => void response.writeHead(599).end(), {
    passedOn: (request) => void tellOfProxy(request),
  });
}

/** As somebody sends it to whom nobody has given an account. @returns its status */
async function report(headers: Record<string, string>): Promise<number> {
  const body = JSON.stringify(rawReport({ service: 'shop', email: 'dana@example.org' }));
  const length = String(Buffer.byteLength(body));
  const given = { 'content-type': 'application/json', 'content-length': length, ...headers };
  return (await ask(running.port, '/api/v1/reports', { method: 'POST', headers: given, body })).status;
}

async function statuses(headers: (index: number) => Record<string, string>): Promise<number[]> {
  const found: number[] = [];
  for (let index = 0; index < 60; index += 1) found.push(await report(headers(index)));
  return [...new Set(found)];
}

const concerns = async () => (await readHealth(admin, {})).concerns.map(({ says }) => says);

test('sixty people behind a proxy on this machine that no setting names are all heard', async () => {
  await serve();
  expect(await statuses((index) => ({ 'x-forwarded-for': `6.6.6.6, 198.51.${index}.7` }))).toEqual([201]);
  expect(await statuses((index) => ({ 'x-real-ip': `2001:db8:${index + 1}::7` }))).toEqual([201]);
  expect(await statuses((index) => ({ forwarded: `for=192.0.${index}.7;proto=https` }))).toEqual([201]);
});

test('one of them has the limit of everybody, whatever they write in front or in other headers', async () => {
  await serve();
  expect(await statuses((index) => ({ 'x-forwarded-for': `198.18.${index}.7, 198.19.0.7` }))).toEqual([
    201, 429,
  ]);
  expect(
    await statuses((index) => ({ 'x-forwarded-for': `198.18.${index}.7`, 'x-real-ip': '198.19.1.7' })),
  ).toEqual([201, 429]);
});

test('the first request through such a proxy is told in the log, to admins in the console, and in the health', async () => {
  await serve();
  announced.forget();
  await endConcern('proxy');
  expect(await concerns()).toEqual([]);
  const said = vi.spyOn(logger(), 'warn');
  await ask(running.port, '/', { headers: { 'x-forwarded-for': '203.0.113.7' } });
  const sentence = await until('it to be told', async () => (await concerns())[0]);
  expect(sentence).toMatch(/^Requests reach Standby through a proxy at 127\.0\.0\.1, /);
  expect(sentence).toContain('Set it to the number of proxies in front, usually 1');
  expect(said).toHaveBeenCalledExactlyOnceWith({ concern: 'proxy' }, sentence);
  expect((await consoleFrame(admin, {})).concerns).toMatchObject([{ name: 'proxy', says: sentence }]);
  expect((await consoleFrame(manager, {})).concerns).toEqual([]);
});

test('somebody elsewhere who says so is told apart, and not believed', async () => {
  await serve();
  announced.forget();
  await tellOfProxy({ peer: '203.0.113.9', client: null });
  await tellOfProxy({ peer: '10.0.0.9', client: null });
  expect((await concerns()).sort()).toEqual([
    expect.stringMatching(/^Requests from 203\.0\.113\.9 say .* so nobody believes them\./),
    expect.stringMatching(/^Requests reach Standby through a proxy at 10\.0\.0\.9, .* refused together\./),
  ]);
});

test('a stranger who said so once is no concern any more after an hour', async () => {
  await serve();
  announced.forget();
  await endConcern('unknown proxy');
  await tellOfProxy({ peer: '203.0.113.9', client: null });
  const { expiresAt } = await db().concern.findUniqueOrThrow({ where: { name: 'unknown proxy' } });
  expect((expiresAt?.getTime() ?? Infinity) - Date.now()).toBeLessThanOrEqual(3_600_000);
});

test('whoever knows that they are strangers settles it, with a reason, for a month, and no other one', async () => {
  await serve();
  announced.forget();
  await tellOfProxy({ peer: '203.0.113.9', client: null });
  const ada = await makeMember('ADMIN', 'Ada');
  const why = 'A company sends its people through a proxy of its own.';
  const shown = async () => (await readHealth(ada, {})).concerns.filter(({ settles }) => settles).length;
  expect(await shown()).toBe(1);
  const { says } = await db().concern.findUniqueOrThrow({ where: { name: 'unknown proxy' } });
  await expect(settleConcern(manager, { name: 'unknown proxy', says, why })).rejects.toMatchObject({
    code: 'forbidden',
  });
  await expect(settleConcern(ada, { name: 'proxy' as never, says, why })).rejects.toMatchObject({
    code: 'invalid',
  });
  const unread = { name: 'unknown proxy' as const, says: says.replace('203.0.113.9', '203.0.113.8'), why };
  await expect(settleConcern(ada, unread)).rejects.toMatchObject({ code: 'conflict' });
  await settleConcern(ada, { name: 'unknown proxy', says, why });
  announced.forget();
  await tellOfProxy({ peer: '203.0.113.9', client: null });
  expect(await shown()).toBe(0);
  const concern = { name: 'unknown proxy' };
  expect(await db().concern.findUniqueOrThrow({ where: concern })).toMatchObject({
    settledById: ada.memberId,
    settlement: why,
  });
  expect(await db().event.findFirst({ where: { type: 'concern.settled' } })).toMatchObject({
    data: concern,
    actorId: ada.memberId,
  });
  // Of another one nobody said anything: it may be a proxy that was just put there.
  announced.forget();
  await tellOfProxy({ peer: '203.0.113.77', client: null });
  const [again] = (await readHealth(ada, {})).concerns.filter(({ settles }) => settles);
  expect(again).toMatchObject({ says: expect.stringContaining('203.0.113.77'), settlement: null });
});
