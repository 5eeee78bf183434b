import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { createServer as createTls } from 'node:https';
import { type AddressInfo, createServer as createPlain, type Server, type Socket } from 'node:net';

const closing: (() => Promise<void>)[] = [];

/** Ends every server that was started here. */
export async function closeServers(): Promise<void> {
  await Promise.all(closing.splice(0).map((close) => close()));
}

interface At {
  host?: string;
  port?: number;
}

async function listen(server: Server, { host = '127.0.0.1', port = 0 }: At = {}): Promise<number> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket.on('error', () => {}).on('close', () => sockets.delete(socket)));
  });
  server.listen(port, host);
  await once(server, 'listening');
  closing.push(async () => {
    for (const socket of sockets) socket.destroy();
    server.close();
    await once(server, 'close');
  });
  return (server.address() as AddressInfo).port;
}

export async function httpServer(answer: RequestListener): Promise<number> {
  return await listen(createServer(answer));
}

export async function tlsServer(
  pair: { key: string; cert: string },
  answer: RequestListener,
  at?: At,
): Promise<number> {
  return await listen(createTls(pair, answer), at);
}

export async function plainServer(answer: (socket: Socket) => void, at?: At): Promise<number> {
  return await listen(createPlain(answer), at);
}

/** A port that nobody listens on: one that was just given back. */
export async function closedPort(): Promise<number> {
  const server = createPlain();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

type Zone = Record<string, string[] | 'SERVFAIL' | 'SILENT'>;

/** A name server of IPv4 addresses that knows these names only. @returns `address:port` */
export async function nameServer(zone: Zone): Promise<string> {
  const socket = createSocket('udp4');
  socket.on('message', (query, from) => {
    const answer = answerTo(query, zone);
    if (answer) socket.send(answer, from.port, from.address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  closing.push(async () => {
    socket.close();
    await once(socket, 'close');
  });
  return `127.0.0.1:${socket.address().port}`;
}

const header = (id: Buffer, code: number, answers: number): Buffer =>
  Buffer.from([...id, 0x81, 0x80 | code, 0, 1, 0, answers, 0, 0, 0, 0]);

function answerTo(query: Buffer, zone: Zone): Buffer | null {
  const labels: string[] = [];
  let at = 12;
  for (let size = query[at] ?? 0; size > 0; size = query[at] ?? 0) {
    labels.push(query.toString('latin1', at + 1, at + 1 + size));
    at += size + 1;
  }
  const question = query.subarray(12, at + 5);
  const known = zone[labels.join('.').toLowerCase()];
  if (known === 'SILENT') return null;
  const id = query.subarray(0, 2);
  if (known === undefined) return Buffer.concat([header(id, 3, 0), question]);
  if (known === 'SERVFAIL') return Buffer.concat([header(id, 2, 0), question]);
  const asksIpv4 = query.readUInt16BE(at + 1) === 1;
  const records = (asksIpv4 ? known : []).map((address) =>
    Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, ...address.split('.').map(Number)]),
  );
  return Buffer.concat([header(id, 0, records.length), question, ...records]);
}
