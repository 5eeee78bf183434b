import type { Socket } from 'node:net';
import { mostPagesOfStream } from '@/lib/live/schema';
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
  privateLinks,
  send,
  tally,
} from './assault';
import { firstBytes } from './floods';

/** A network may have 500 pages open. */
const streamsOfNetwork = Math.floor(500 / mostPagesOfStream);
const patienceMs = 60_000;

interface Stream {
  socket: Socket;
  /** The status, once it is said; 0 for none. */
  status: Promise<number>;
}

function open(ground: Ground, query: string, from: number): Stream {
  const head = headOf(ground, `GET /api/v1/live/browser?${query}`, network(from));
  const socket = connection(ground, head);
  const { promise, resolve } = Promise.withResolvers<number>();
  const impatience = setTimeout(resolve, patienceMs, 0);
  socket.once('data', (bytes) => resolve(Number(/^HTTP\/1\.1 (\d+)/.exec(bytes.toString())?.[1] ?? 0)));
  socket.once('close', () => resolve(0));
  return { socket, status: promise.finally(() => clearTimeout(impatience)) };
}

/** As many pages as a stream may be of: some of links that work, the others of none. */
function widest(links: readonly string[], number: number): string {
  const pages = Array.from({ length: mostPagesOfStream }, (_, at) =>
    at < links.length ? `link/${links[at]}` : `${at % 2 ? 'link' : 'member'}/${number}-${at}`,
  );
  return `of=${pages.join()}&after=${number % 3 ? 0 : 999_999_999_999}`;
}

const bad: ((number: number) => string)[] = [
  (number) => `of=${Array.from({ length: mostPagesOfStream + 1 }, (_, at) => `link/${number}-${at}`).join()}`,
  () => `of=${Array.from({ length: mostPagesOfStream }, () => 'link/a').join()}`,
  (number) => `of=member/${number},../../x`,
  () => `of=${','.repeat(7_000)}`,
  () => 'of=link/a&after=-1',
  () => '',
];

/** Opens so many, each network as many as it may. @returns those that stay open, and what each was told */
async function openWidest(ground: Ground, links: readonly string[], count: number) {
  const opened = await each(count, 48, async (number) => {
    const from = 56_000 + Math.floor(number / streamsOfNetwork);
    const { socket, status } = open(ground, widest(links, number), from);
    return { socket, status: await status };
  });
  return { sockets: opened.map(({ socket }) => socket), statuses: opened.map(({ status }) => status) };
}

async function openBad(ground: Ground, count: number): Promise<number[]> {
  return await each(count, 48, async (number) => {
    const query = (bad[number % bad.length] as (typeof bad)[number])(number);
    const { socket, status } = open(ground, query, 58_000 + number);
    return await status.finally(() => socket.destroy());
  });
}

const areAll = (statuses: readonly number[], ...expected: number[]): boolean =>
  statuses.every((status) => expected.includes(status));

export const wideStreams: Assault = {
  name: 'wide-streams',
  title: 'Streams of as many pages as there may be, of links that work and of none, from many networks',
  alsoSmall: true,
  run: async (ground) => {
    const { small } = ground.trial;
    const { product } = ground.standing;
    const openNow = () => openFiles(product.pidOf('web') ?? 0);
    const links = await privateLinks(ground, 12);
    const tokens = links.map((link) => link.split('/').at(-1) as string);
    const before = openNow();
    const streams = await openWidest(ground, tokens, small ? 48 : 1_200);
    const refusals = await openBad(ground, small ? 48 : 1_200);
    // Each is told to all of them.
    const replies = await each(12, 4, (number) =>
      send(ground, `${links[number]}/replies`, {
        body: { text: `Reply ${number}.` },
        headers: network(59_900 + number),
      }),
    );
    await pause(ground.spell / 2);
    const from = { ...ground.manager.headers, ...network(59_800) };
    const member = await firstBytes(`${product.url}/api/v1/live`, from);
    for (const socket of streams.sockets) socket.destroy();
    const areGone = () => openNow() <= before + 20;
    await waitFor('the streams to be gone', areGone, 30_000, 250).catch(() => {});
    const gone = finding('no connection is left', areGone(), `${before} before, ${openNow()} after`);
    const again = await openWidest(ground, tokens, streamsOfNetwork);
    for (const socket of again.sockets) socket.destroy();
    return [
      finding('each begins', areAll(streams.statuses, 200), tally(streams.statuses)),
      finding('what is none is refused', areAll(refusals, 400, 422), tally(refusals)),
      finding('replies are taken', areAll(replies, 201), tally(replies)),
      ...(small ? [] : [finding('a member’s stream begins within 1 s', member <= 1_000, shownMs(member))]),
      gone,
      finding('who closed them may open as many', areAll(again.statuses, 200), tally(again.statuses)),
    ];
  },
};
