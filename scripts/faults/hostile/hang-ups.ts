import { noisyPng } from '@/lib/reports/files/drawing/testing/hostile-pictures';
import { finding } from '@/scripts/faults/finding';
import { shownMs } from '@/scripts/trial/figures';
import { openFiles } from '@/scripts/trial/processes';
import { pause, waitFor } from '@/scripts/trial/wait';
import {
  type Assault,
  connection,
  each,
  type Ground,
  headOf,
  network,
  picture,
  privateLinks,
  send,
  tally,
} from './assault';
import { stranger } from './pictures';

/** They come from so many networks, each within what a network may do. */
const networks = 24;
const from = (number: number) => 20_000 + (number % networks);

/** How long they stay, in milliseconds: some are gone before they are heard, others wait in a queue by then. */
const stays = [0, 3, 20, 60, 150];

type Sent = (string | Uint8Array)[];

/** One way into each queue: for the room of a body, a turn of a page or a call, an old page, a drawing, a hash. */
async function waysIn(ground: Ground): Promise<((number: number) => Sent)[]> {
  const links = await privateLinks(ground, 12);
  const linkOf = (number: number) => links[number % links.length] as string;
  const ask = (path: string) => (number: number) => [
    headOf(ground, `GET ${path.replace('…', String(number))}`, network(from(number))),
  ];
  const post = (path: string, type: string, body: Uint8Array, length: number, number: number): Sent => {
    const headers = { ...network(from(number)), 'content-type': type, 'content-length': String(length) };
    return [headOf(ground, `POST ${path}`, headers), body];
  };
  const json = (path: string, value: object) => (number: number) => {
    const body = Buffer.from(JSON.stringify({ ...value, email: `kim${number}@example.org` }));
    return post(path, 'application/json', body, body.byteLength, number);
  };
  const pictures = Array.from({ length: 20 }, (_, number) => noisyPng(420, 420 + number));
  const begun = Buffer.alloc(20_000, 'x');
  return [
    (number) => post('/report', 'multipart/form-data; boundary=end', begun, 31_000_000, number),
    (number) => post(`${linkOf(number)}/files`, 'image/png', begun, 9_000_000, number),
    (number) => {
      const bytes = pictures[number % pictures.length] as Uint8Array;
      return post(`${linkOf(number)}/files`, 'image/png', bytes, bytes.byteLength, number);
    },
    json('/api/v1/session', { password: 'wrong horse battery' }),
    json('/api/v1/tracking', { ref: 'R-7K3M9Q' }),
    ask('/report?…'),
    ask('/sign-in?…'),
    ask('/status/INC-7…'),
    ask(linkOf(0)),
  ];
}

/** How somebody else fares meanwhile. @returns what they were refused, and milliseconds of the slowest answer of each kind */
async function others(
  ground: Ground,
  count: number,
): Promise<{ refused: string[]; slowest: Map<string, number> }> {
  const refused: string[] = [];
  const slowest = new Map<string, number>();
  const tried = async (what: string, expected: number, work: () => Promise<number>) => {
    const began = performance.now();
    const status = await work();
    slowest.set(what, Math.max(slowest.get(what) ?? 0, performance.now() - began));
    if (status !== expected) refused.push(`${what}: ${status || 'no answer'}`);
  };
  const account = { email: 'nobody@example.org', password: 'wrong horse battery' };
  await each(count, 1, async (number) => {
    const from = network(33_000 + number);
    await tried('page', 200, () => send(ground, '/report', { headers: from }));
    await tried('picture', 201, async () => (await stranger(ground, 33_000 + number))[0]);
    await tried('sign-in', 401, () => send(ground, '/api/v1/session', { body: account, headers: from }));
    await tried('old page', 404, () => send(ground, '/status/INC-7777777', { headers: from }));
  });
  return { refused, slowest };
}

export const hangUps: Assault = {
  name: 'hang-ups',
  title: 'Thousands who hang up while they wait for their turn, in every queue there is',
  alsoSmall: true,
  run: async (ground) => {
    const { product } = ground.standing;
    // In the small size machines are shared, and only hanging is a fault.
    const patience = ground.trial.small ? 60_000 : 25_000;
    const opened = () => openFiles(product.pidOf('web') ?? 0);
    const ways = await waysIn(ground);
    const before = opened();
    const hungUp = each(ground.trial.small ? 400 : 6_000, 64, async (number) => {
      const socket = connection(ground, ...(ways[number % ways.length] as (typeof ways)[number])(number));
      await pause(stays[number % stays.length]);
      socket.destroy();
    });
    const met = await others(ground, ground.trial.small ? 2 : 8);
    await hungUp;
    const isLeft = () => opened() <= before + 20;
    await waitFor('the connections to be gone', isLeft, 30_000, 250).catch(() => {});
    const whole = Buffer.alloc(31_000_000, 'x');
    const full = await each(4, 4, (number) => send(ground, '/report', picture(whole, 33_100 + number)));
    const warnings = product.log().split('MaxListenersExceeded').length - 1;
    return [
      finding(
        `strangers are served within ${patience / 1_000} s`,
        met.refused.length === 0 && [...met.slowest.values()].every((ms) => ms <= patience),
        [...[...met.slowest].map(([what, ms]) => `${what} ${shownMs(ms)}`), ...met.refused].join(', '),
      ),
      finding('no connection of theirs is left', isLeft(), `${before} open before, ${opened()} after`),
      finding(
        'all of the room for bodies is there',
        full.every((status) => status === 400),
        tally(full),
      ),
      finding('no listener of theirs is left', warnings === 0, `${warnings} warnings of Node.js`),
    ];
  },
};
