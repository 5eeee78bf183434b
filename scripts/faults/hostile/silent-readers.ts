import { randomBytes } from 'node:crypto';
import sharp from 'sharp';
import { finding } from '@/scripts/faults/finding';
import { shownMs } from '@/scripts/trial/figures';
import { ask } from '@/scripts/trial/http';
import { openFiles, residentBytes } from '@/scripts/trial/processes';
import { pause, waitFor } from '@/scripts/trial/wait';
import {
  type Assault,
  connection,
  type Ground,
  headOf,
  network,
  picture,
  privateLinks,
  watchMemory,
} from './assault';

const mostTaken = 300_000_000;

/** A picture that hardly packs, behind a private link. @returns its path */
async function largePicture(ground: Ground): Promise<string> {
  const side = 1_500;
  const raw = { width: side, height: side, channels: 3 as const };
  const bytes = await sharp(randomBytes(side * side * 3), { raw })
    .png()
    .toBuffer();
  const [link = ''] = await privateLinks(ground, 1);
  const { url } = ground.standing.product;
  const { body, headers } = picture(bytes, 40_300);
  const answer = await ask(`${url}${link}/files`, {
    body,
    headers: { ...headers, origin: url },
    timeout: 60_000,
  });
  if (answer.status !== 201) throw new Error(`The picture was not taken: ${answer.status} ${answer.body}`);
  return `${link}/files/${JSON.parse(answer.body).id}`;
}

export const silentReaders: Assault = {
  name: 'silent-readers',
  title: 'Hundreds who ask for the largest answers, several at once, and read none of them',
  alsoSmall: true,
  run: async (ground) => {
    const { product } = ground.standing;
    const web = () => product.pidOf('web') ?? 0;
    const signedIn = ground.manager.headers;
    const asked: [path: string, headers?: Record<string, string>][] = [
      [await largePicture(ground)],
      ['/api/v1/openapi.json'],
      ['/'],
      ['/feed.atom'],
      ['/report'],
      ['/api/v1/audit?limit=100', signedIn],
      ['/history'],
    ];
    const [before, files] = [residentBytes(web()), openFiles(web())];
    const most = watchMemory(ground);
    const readers = Array.from({ length: ground.trial.small ? 48 : 240 }, (_, number) => {
      const [path, headers = {}] = asked[number % asked.length] as (typeof asked)[number];
      return connection(
        ground,
        headOf(ground, `GET ${path}`, { ...headers, ...network(40_400 + (number % 24)) }).repeat(2),
      );
    });
    await pause(ground.spell);
    const began = performance.now();
    // Nobody has read a byte, so the server lets them go: after a minute, or one more where some of it still left.
    const isFree = () => openFiles(web()) <= files + 40;
    if (!ground.trial.small) await waitFor('them to be let go', isFree, 130_000, 500).catch(() => {});
    const left = openFiles(web()) - files;
    const taken = most() - before;
    for (const reader of readers) reader.destroy();
    const room = finding(
      'they take 300 MB at most',
      taken <= mostTaken,
      `${Math.round(taken / 1_000_000)} MB`,
    );
    // The small size has no time to see whether anybody would wait for ever.
    if (ground.trial.small) return [room];
    const after = shownMs(ground.spell + performance.now() - began);
    const found = `${left} of ${readers.length} connections ${after} later`;
    return [room, finding('nobody waits for them for ever', left <= 40, found)];
  },
};
