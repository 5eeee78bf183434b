import { lookup } from 'node:dns/promises';
import { once } from 'node:events';
import { createServer as createHttpServer, request } from 'node:http';
import { connect, createServer, type Socket } from 'node:net';
import { createTransport } from 'nodemailer';
import { afterEach, expect, test } from 'vitest';
import { closeDatabase, connectDatabase, databaseHealth, db, inTransaction, pool } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { readBytes } from '@/lib/http/body';
import { problemOf } from '@/lib/http/problem';
import { isOfDatabase, type Trouble, troubleOf } from './trouble';

const database = testDatabase();

afterEach(async () => {
  await closeDatabase();
  connectDatabase(database.url);
});

const errorOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

/** A port where nobody listens, or where whoever comes is cut off. */
async function port(cutsOff: boolean): Promise<{ port: number; close: () => void }> {
  const server = createServer((socket: Socket) => {
    socket.on('error', () => {}).once('data', () => socket.resetAndDestroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  if (!cutsOff) {
    server.close();
    await once(server, 'close');
  }
  return { port, close: () => server.close() };
}

/** What reading a body comes to when its sender goes away in the middle. */
async function cutOff(): Promise<unknown> {
  const { promise, resolve } = Promise.withResolvers<unknown>();
  const server = createHttpServer((message) => {
    const headers = { get: () => null };
    void errorOf(readBytes({ headers, body: message }, 1_000)).then(resolve);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const sender = connect((server.address() as { port: number }).port, '127.0.0.1');
  sender.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf', () => sender.destroy());
  return await promise.finally(() => server.close());
}

function post(to: number): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const sent = request({ port: to, host: '127.0.0.1', method: 'POST' }, resolve);
    sent.on('error', reject).end('x'.repeat(100));
  });
}

test('a socket that breaks elsewhere is no trouble of the database', async () => {
  const [nobody, cut] = [await port(false), await port(true)];
  const mail = (to: number) =>
    createTransport({ host: '127.0.0.1', port: to, connectionTimeout: 2_000 }).verify();
  const errors = await Promise.all(
    [
      fetch(`http://127.0.0.1:${nobody.port}`),
      fetch(`http://127.0.0.1:${cut.port}`),
      post(nobody.port),
      post(cut.port),
      mail(nobody.port),
      lookup('no-such-host.invalid'),
    ].map(errorOf),
  );
  cut.close();
  for (const error of errors) {
    expect(error).toBeInstanceOf(Error);
    expect([isOfDatabase(error), problemOf(error).status]).toEqual([false, 500]);
  }
  const half = await cutOff();
  expect([isOfDatabase(half), problemOf(half).status]).toEqual([false, 400]);
  expect(databaseHealth().state).toBe('well');
});

test.each([
  ['where nobody listens', false],
  ['that is cut off', true],
])('a connection to the database %s is its trouble, however it is used', async (_what, cutsOff) => {
  const there = await port(cutsOff);
  await closeDatabase();
  connectDatabase(`postgresql://standby:x@127.0.0.1:${there.port}/standby`);
  const errors = await Promise.all(
    [
      pool().query('select 1'),
      db().member.count(),
      db().$queryRaw`select 1`,
      inTransaction((tx) => tx.member.count()),
    ].map(errorOf),
  );
  there.close();
  expect(errors.map(troubleOf)).toEqual(Array<Trouble>(4).fill('away'));
});

test('a connection that ends under a statement is trouble too', async () => {
  const kill = 'select pg_terminate_backend(pg_backend_pid())';
  const errors = [
    await errorOf(pool().query(kill)),
    await errorOf(db().$queryRawUnsafe(kill)),
    await errorOf(inTransaction((tx) => tx.$queryRawUnsafe(kill))),
  ];
  expect(errors.map(troubleOf)).toEqual(Array<Trouble>(3).fill('away'));
});
