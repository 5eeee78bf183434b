import type { Socket } from 'node:net';
import { noisyPng } from '@/lib/reports/files/drawing/testing/hostile-pictures';
import { finding } from '@/scripts/faults/finding';
import { shownMs } from '@/scripts/trial/figures';
import { pause } from '@/scripts/trial/wait';
import {
  type Assault,
  connection,
  each,
  type Ground,
  network,
  picture,
  privateLinks,
  send,
  tally,
} from './assault';

interface Sender {
  socket: Socket;
  /** What it says bit by bit. */
  drop: string;
}

function begin(ground: Ground, lines: string[], drop: string): Sender {
  const socket = connection(ground, `${lines.join('\r\n')}\r\n`).resume();
  return { socket, drop };
}

const from = (number: number) => `X-Forwarded-For: ${network(number)['x-forwarded-for']}`;

const slowHead = (ground: Ground): Sender => begin(ground, ['GET / HTTP/1.1', 'Host: slow'], 'X-Slow: 1\r\n');

function slowBody(ground: Ground, number: number, path: string, length: number, pace: number): Sender {
  const type = path.startsWith('/api') ? 'application/json' : 'multipart/form-data; boundary=end';
  const head = [
    `POST ${path} HTTP/1.1`,
    'Host: slow',
    from(number),
    `Content-Type: ${type}`,
    `Content-Length: ${length}`,
    '',
  ];
  return begin(ground, head, 'x'.repeat(pace));
}

/** A picture too large to go without waiting for its room. @returns its status, and milliseconds */
async function sendPicture(ground: Ground, link: string, number: number): Promise<[number, number]> {
  const bytes = noisyPng(3_200, 3_200 + number);
  const began = performance.now();
  const status = await send(ground, `${link}/files`, picture(bytes, 9_000 + number));
  return [status, performance.now() - began];
}

export const slowSenders: Assault = {
  name: 'slow-senders',
  title: 'Hundreds who send their heads, forms and pictures a few bytes a second',
  run: async (ground) => {
    const [link = ''] = await privateLinks(ground, 1);
    const many = <T>(count: number, make: (number: number) => T): T[] =>
      Array.from({ length: count }, (_, number) => make(number));
    const senders = [
      ...many(300, () => slowHead(ground)),
      ...many(150, (number) => slowBody(ground, 8_000 + number, '/api/v1/reports', 5_000, 1)),
      ...many(8, (number) => slowBody(ground, 8_200 + (number >> 1), '/report', 31_000_000, 1)),
      ...many(8, (number) => slowBody(ground, 8_300 + (number >> 1), `${link}/files`, 9_000_000, 20_000)),
    ];
    const dripping = setInterval(() => {
      for (const { socket, drop } of senders) if (socket.writable) socket.write(drop);
    }, 1_000);
    await pause(3_000);
    const others = await each(3, 1, (number) => sendPicture(ground, link, number));
    await pause(Math.max(0, ground.spell - 10_000));
    const heads = senders.slice(0, 300).filter(({ socket }) => !socket.destroyed && !socket.readableEnded);
    clearInterval(dripping);
    for (const { socket } of senders) socket.destroy();
    const slowest = Math.max(...others.map(([, ms]) => ms));
    return [
      finding(
        'a stranger’s picture of 1.3 MB is taken within 25 s',
        others.every(([status]) => status === 201) && slowest <= 25_000,
        `${tally(others.map(([status]) => status))}, slowest ${shownMs(slowest)}`,
      ),
      finding('nobody waits for a head for ever', heads.length === 0, `${heads.length} of 300 still open`),
    ];
  },
};
