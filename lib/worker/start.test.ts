import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';

let child: ChildProcess | undefined;

afterEach(() => void child?.kill('SIGKILL'));

test('the worker ends when it is asked to, before its database ever answered', async () => {
  const asked = Promise.withResolvers<void>();
  const silent = createServer(() => asked.resolve()).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const { port } = silent.address() as AddressInfo;
  const loader = join(process.cwd(), 'node_modules', 'tsx', 'dist', 'loader.mjs');
  child = spawn(process.execPath, ['--import', loader, 'lib/worker/main.ts'], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATABASE_URL: `postgresql://nobody:nothing@127.0.0.1:${port}/none`,
    },
  });
  await asked.promise;
  child.kill('SIGTERM');
  const [code] = await once(child, 'exit');
  silent.close();
  expect(code).toBe(0);
});
