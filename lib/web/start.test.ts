import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { freePort } from '@/lib/database/postgres/server';
import { until } from '@/lib/platform/testing/until';
import { cacheDocuments } from '@/lib/status/documents/disk-cache';
import { encodeDocument } from '@/lib/status/documents/encode';
import { renderDocuments } from '@/lib/status/render/documents';
import { boardView } from '@/lib/status/testing/board-view';
import { ask } from './testing/running-server';

let dataDir: string;
let child: ChildProcess | undefined;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'standby-start-'));
});

afterEach(async () => {
  if (child && child.exitCode === null && child.signalCode === null) {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  await rm(dataDir, { recursive: true, force: true });
});

/** The web process as the launcher starts it, with a database that does not answer. */
function start(port: number): ChildProcess {
  const loader = join(process.cwd(), 'node_modules', 'tsx', 'dist', 'loader.mjs');
  return spawn(process.execPath, ['--import', loader, 'lib/web/main.ts'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: String(port),
      STANDBY_DATA_DIR: dataDir,
      DATABASE_URL: 'postgresql://nobody:nothing@127.0.0.1:1/none',
      STANDBY_SECRET: 'the secret of the tests, long enough to be one',
    },
  });
}

test('shows the last published bytes with their age before there is a database', async () => {
  const documents = await Promise.all((await renderDocuments(boardView, 'app')).map(encodeDocument));
  const byPath = new Map(documents.map((document) => [document.path, document]));
  await cacheDocuments(dataDir, { asOf: boardView.asOf, version: 'kept', documents: byPath });
  const port = await freePort();
  child = start(port);
  const answer = await until('the first answer', () => ask(port, '/').catch(() => null));
  expect(answer.status).toBe(200);
  expect(answer.body).toContain('Case Records is not available');
  expect(answer.body).not.toContain('data-stale');
});

test('stops with a sentence when its port is taken', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const address = taken.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  child = start(port);
  let said = '';
  child.stderr?.on('data', (chunk) => {
    said += chunk;
  });
  const [code] = await once(child, 'close');
  taken.close();
  expect(code).toBe(1);
  expect(said).toContain(`port ${port} of 127.0.0.1 is taken by another program`);
});
