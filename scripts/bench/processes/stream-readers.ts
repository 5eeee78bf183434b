import { connect, type Socket } from 'node:net';

/*
 * Many readers of one stream, in a process of their own. Told { open: paths, host, port } it connects them and answers
 * { open: count }; told { listen: limit } it notes when each hears its first hint, and answers { heard: instants } when
 * all have, or after `limit` milliseconds. Instants are those of the machine's monotonic clock, which all processes share.
 */

type Order = { port: number; paths: string[] } | { listen: number };

const sockets: Socket[] = [];
let heard: number[] = [];
let waiting: Set<Socket> | null = null;
let finish: () => void = () => {};

const now = () => Number(process.hrtime.bigint()) / 1e6;

function note(socket: Socket, text: string): void {
  if (!waiting?.has(socket) || !text.includes('event: hint')) return;
  heard.push(now());
  waiting.delete(socket);
  if (waiting.size === 0) finish();
}

async function open(port: number, path: string, index: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    // Each has an address of its own: one network may hold only so many streams.
    const address = `10.${(index >> 16) & 255}.${(index >> 8) & 255}.${index & 255}`;
    socket.setNoDelay(true);
    socket.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Forwarded-For: ${address}\r\n\r\n`);
    socket.once('error', reject);
    socket.on('data', (bytes: Buffer) => {
      const text = bytes.toString('latin1');
      if (text.includes('event: hello')) resolve();
      else if (/^HTTP\/1\.1 [45]/.test(text)) reject(new Error(text));
      note(socket, text);
    });
    sockets.push(socket);
  });
}

async function openAll(port: number, paths: string[]): Promise<void> {
  const width = 50;
  for (let from = 0; from < paths.length; from += width) {
    const some = paths.slice(from, from + width);
    await Promise.all(some.map((path, index) => open(port, path, sockets.length + index)));
  }
  process.send?.({ open: sockets.length });
}

function listenOnce(limit: number): void {
  heard = [];
  waiting = new Set(sockets);
  const timer = setTimeout(() => finish(), limit);
  finish = () => {
    clearTimeout(timer);
    waiting = null;
    process.send?.({ heard });
  };
}

process.on('message', (order: Order) => {
  if ('listen' in order) {
    listenOnce(order.listen);
    process.send?.({ listening: true });
  } else {
    openAll(order.port, order.paths).catch((error: unknown) => {
      process.stderr.write(`${error}\n`);
      process.exit(1);
    });
  }
});
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
