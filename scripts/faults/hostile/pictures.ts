import sharp from 'sharp';
import { inflatingPng, noisyPng, withSegments } from '@/lib/reports/files/drawing/testing/hostile-pictures';
import { finding } from '@/scripts/faults/finding';
import { shownMs } from '@/scripts/trial/figures';
import { type Assault, each, type Ground, isFailure, picture, privateLinks, send, tally } from './assault';

const red = { create: { width: 40, height: 30, channels: 3 as const, background: 'red' } };

/** Texts, profiles and segments of which each unfolds to far more than it is sent as. */
async function inflating(): Promise<Uint8Array[]> {
  const jpeg = await sharp(red).jpeg().toBuffer();
  const segments = Array.from({ length: 60 }, (_, number): [number, Buffer] => [
    0xe0 + (number % 15),
    Buffer.alloc(60_000, number),
  ]);
  return [
    ...(await Promise.all([40, 41, 42, 290, 291].map(inflatingPng))),
    withSegments(jpeg, segments),
    withSegments(jpeg, segments.slice(1)),
  ];
}

const picturesThatInflate: Assault = {
  name: 'inflating-pictures',
  title: 'Pictures that unfold to gigabytes',
  alsoSmall: true,
  mostMemory: 50_000_000,
  run: async (ground) => {
    const count = ground.trial.small ? 20 : 200;
    const [pictures, links] = [await inflating(), await privateLinks(ground, count / 5)];
    const statuses = await each(count, 8, async (number) => {
      const path = `${links[number % links.length]}/files`;
      const bytes = pictures[number % pictures.length] as Uint8Array;
      return await send(ground, path, picture(bytes, 1_000 + (number % links.length)));
    });
    const kept = statuses.every((status) => status === 201);
    return [finding(`${count} of them are taken without what they hide`, kept, tally(statuses))];
  },
};

/** A picture of a stranger, sent while others are drawn. @returns its status, and how long it took in milliseconds */
export async function stranger(ground: Ground, from: number): Promise<[number, number]> {
  const [link] = await privateLinks(ground, 1);
  const bytes = await sharp(red).png().toBuffer();
  const began = performance.now();
  const status = await send(ground, `${link}/files`, picture(bytes, from));
  return [status, performance.now() - began];
}

const picturesOfNoise: Assault = {
  name: 'noise-pictures',
  title: 'Pictures of noise, which take long to draw, from one link',
  run: async (ground) => {
    const pictures = Array.from({ length: 12 }, (_, number) => noisyPng(6_000, 5_980 + number));
    const [link = ''] = await privateLinks(ground, 1);
    const sent = each(pictures.length, pictures.length, (number) =>
      send(ground, `${link}/files`, picture(pictures[number] as Uint8Array, 2_000)),
    );
    const others = await each(4, 1, (number) => stranger(ground, 2_001 + number));
    const statuses = await sent;
    const slowest = Math.max(...others.map(([, ms]) => ms));
    return [
      finding(
        'a stranger’s picture is taken within 10 s',
        others.every(([status]) => status === 201) && slowest <= 10_000,
        `${tally(others.map(([status]) => status))}, slowest ${shownMs(slowest)}`,
      ),
      finding('each of them is answered', !statuses.some(isFailure), tally(statuses)),
    ];
  },
};

export const pictureAssaults = [picturesThatInflate, picturesOfNoise];
