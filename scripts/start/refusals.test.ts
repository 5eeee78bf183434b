import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { freePort } from '@/lib/database/postgres/server';
import { refuseUnusable } from './database';
import { refuseTakenPort } from './port';

let other: Server;
let port: number;

beforeEach(async () => {
  other = createServer((socket) => socket.end()).listen(0, '127.0.0.1');
  await once(other, 'listening');
  port = (other.address() as { port: number }).port;
});

afterEach(() => other.close());

test('names a port that is taken, and lets a free one pass', async () => {
  await expect(refuseTakenPort('127.0.0.1', port)).rejects.toThrow(`Port ${port} of 127.0.0.1 is taken`);
  await refuseTakenPort('127.0.0.1', await freePort());
});

test('names an address that this machine does not have', async () => {
  await expect(refuseTakenPort('192.0.2.7', 4100)).rejects.toThrow('not an address of this machine');
});

test('names a database that does not answer, without its password', async () => {
  const url = `postgresql://app:hush@127.0.0.1:${await freePort()}/standby`;
  await expect(refuseUnusable(url)).rejects.toThrow(/DATABASE_URL\) cannot be used: .*ECONNREFUSED/);
  await expect(refuseUnusable(url)).rejects.not.toThrow('hush');
});

test('names a server that is no PostgreSQL', async () => {
  await expect(refuseUnusable(`postgresql://a:b@127.0.0.1:${port}/standby`)).rejects.toThrow(
    'cannot be used',
  );
});
