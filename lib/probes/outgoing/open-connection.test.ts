import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { Worker } from 'node:worker_threads';
import { afterEach, expect, test } from 'vitest';
import { runTest, says } from '@/lib/probes/testing/says';
import { closedPort, closeServers, httpServer, plainServer } from '@/lib/probes/testing/servers';

const ending: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ending.splice(0)) await end();
  await closeServers();
});

/** Listens on an address and accepts nothing for so long; the queue of those that wait is full, so nobody is answered. */
async function fullQueue(host: string, port: number, ms = 60_000): Promise<void> {
  const code = `
    const { createServer } = require('node:net');
    createServer().listen({ host: '${host}', port: ${port}, backlog: 1 }, () => {
      require('node:worker_threads').parentPort.postMessage('listens');
      setImmediate(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ${ms}));
    });`;
  const worker = new Worker(code, { eval: true });
  ending.push(() => worker.terminate());
  await once(worker, 'message');
  const waiting: Socket[] = Array.from({ length: 8 }, () => connect(port, host).on('error', () => {}));
  ending.push(() => {
    for (const socket of waiting) socket.destroy();
  });
  await once(waiting[0] as Socket, 'connect');
}

const lookup = (...addresses: string[]) => ({ lookup: async () => addresses });

test('of two addresses the one that answers is taken, and the silent one is named', async () => {
  const port = await plainServer(() => {});
  await fullQueue('127.0.0.2', port);
  const probe = { kind: 'TCP', host: 'shop.example.org', port, timeoutMs: 4_000 } as const;
  const both = lookup('127.0.0.2', '127.0.0.1');
  expect(await says(probe, both)).toBe(
    `OK: shop.example.org:${port} accepted a connection after a while; 127.0.0.2, of the same name, accepted no connection.`,
  );
  expect((await runTest(probe, both)).evidence).toEqual({
    address: '127.0.0.1',
    port,
    silent: ['127.0.0.2'],
  });
});

test('a page is read from the address that answers', async () => {
  const port = await httpServer((_, response) => response.end('hello'));
  await fullQueue('127.0.0.2', port);
  const request = { url: `http://shop.example.org:${port}/` };
  expect(await says({ kind: 'HTTP', request }, lookup('127.0.0.2', '127.0.0.1'))).toBe(
    'OK: GET / answered 200 after a while; 127.0.0.2, of the same name, accepted no connection.',
  );
});

test('one that is only slower than its head start is not called silent', async () => {
  const port = await plainServer(() => {});
  await fullQueue('127.0.0.2', port, 400);
  const probe = { kind: 'TCP', host: 'shop.example.org', port, timeoutMs: 4_000 } as const;
  const { evidence } = await runTest(probe, lookup('127.0.0.2', '127.0.0.1'));
  expect(evidence).toEqual({ address: '127.0.0.1', port });
});

test('one that refuses is no reason to wait, and is named as well', async () => {
  const port = await plainServer(() => {});
  const { evidence } = await runTest(
    { kind: 'TCP', host: 'shop.example.org', port },
    lookup('127.0.0.2', '127.0.0.3', '127.0.0.1', '127.0.0.4'),
  );
  expect(evidence).toMatchObject({ address: '127.0.0.1', silent: ['127.0.0.2', '127.0.0.3'] });
});

test('when none answers, the first one says why; the same address twice is one', async () => {
  const port = await closedPort();
  const probe = { kind: 'TCP', host: 'shop.example.org', port } as const;
  expect(await says(probe, lookup('127.0.0.2', '127.0.0.2', '127.0.0.3'))).toBe(
    `FAULT REFUSED: Nothing listens on 127.0.0.2:${port}: the connection was refused after a while.`,
  );
});

test('an address where Standby may not go is not tried beside the others', async () => {
  const port = await plainServer(() => {});
  const { evidence } = await runTest(
    { kind: 'TCP', host: 'shop.example.org', port },
    lookup('169.254.169.254', '10.0.0.1', '127.0.0.1'),
  );
  expect(evidence).toEqual({ address: '127.0.0.1', port });
});
