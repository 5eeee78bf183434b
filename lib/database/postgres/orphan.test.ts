import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { scratch } from '@/lib/database/testing/scratch';
import { databaseAccount, serverEnvironment } from './account';
import { prepareBinaries } from './binaries';
import { type EmbeddedDatabase, startEmbedded } from './embedded';
import { readPostmaster, stopServer } from './postmaster';
import { isAlive, until } from './process-state';

let home: string;
let database: EmbeddedDatabase | undefined;
const clean: (() => unknown)[] = [];

beforeEach(async () => {
  home = mkdtempSync(join(scratch(), 'standby-orphan-'));
  // Its own traces tell it apart from a server in use: this process keeps living, so the note is removed.
  database = await startEmbedded({ dataDir: join(home, 'db'), durable: false });
  await database.stop();
  rmSync(join(database.dataDir, 'owner.json'));
});

afterEach(async () => {
  await database?.stop();
  for (const step of clean.splice(0)) await step();
  if (database) rmSync(database.dataDir, { recursive: true, force: true });
  rmSync(home, { recursive: true, force: true });
});

/** A server as a killed Standby leaves it on a machine without setpriv: alive, and nobody's child. */
async function leaveOrphan(before: string): Promise<number> {
  const location = database?.dataDir as string;
  const cluster = join(location, 'cluster');
  const account = databaseAccount(cluster);
  const { postgres } = prepareBinaries(account, location, () => {});
  const command = `${before} "$0" -D "$1" -p ${database?.port} -c unix_socket_directories= >/dev/null 2>&1 & exec sleep 600`;
  const parent = spawn('/bin/sh', ['-c', command, postgres, cluster], {
    cwd: '/',
    env: serverEnvironment,
    stdio: 'ignore',
    ...account.ids,
  });
  clean.push(() => parent.kill('SIGKILL'));
  expect(await until(() => readPostmaster(cluster)?.ready === true, 30_000)).toBe(true);
  const { pid } = readPostmaster(cluster) as { pid: number };
  clean.push(() => stopServer(pid));
  return pid;
}

test('stops a server whose Standby is gone, says so and starts its own', async () => {
  const pid = await leaveOrphan('exec');
  const said: string[] = [];
  database = await startEmbedded({
    dataDir: join(home, 'db'),
    durable: false,
    log: (line) => said.push(line),
  });
  expect(said).toContainEqual(expect.stringContaining(`process ${pid}`));
  expect(isAlive(pid)).toBe(false);
  expect(readPostmaster(join(database.dataDir, 'cluster'))?.pid).not.toBe(pid);
});

test('is not kept from starting by the zombie of a killed server', async () => {
  const pid = await leaveOrphan('exec');
  process.kill(pid, 'SIGKILL');
  expect(await until(() => !isAlive(pid), 10_000)).toBe(true);
  // Still in the process table, because its parent (a sleep) never asks for its end.
  expect(() => process.kill(pid, 0)).not.toThrow();
  database = await startEmbedded({ dataDir: join(home, 'db'), durable: false });
  expect(readPostmaster(join(database.dataDir, 'cluster'))?.pid).not.toBe(pid);
});

test('tells when a server started here has ended', async () => {
  database = await startEmbedded({ dataDir: join(home, 'db'), durable: false });
  const { pid } = readPostmaster(join(database.dataDir, 'cluster')) as { pid: number };
  process.kill(pid, 'SIGKILL');
  await database.ended;
  expect(isAlive(pid)).toBe(false);
});
