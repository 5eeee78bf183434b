import { randomUUID } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { finding } from '@/scripts/faults/finding';
import { projectRoot } from '@/scripts/start/project';
import type { Asked } from '@/scripts/trial/http';
import { type Assault, type Ground, isFailure, network, press, send, tally } from './assault';

/** What a build and the folder of the data take, in bytes. */
function bytesOnDisk({ standing }: Ground): number {
  const folders = [join(projectRoot, '.next'), join(standing.product.folder, 'data')];
  return folders
    .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => {
      return sum + (statSync(join(parentPath, name), { throwIfNoEntry: false })?.size ?? 0);
    }, 0);
}

const rsc = { rsc: '1', accept: '*/*' };
const prefetch = { ...rsc, 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_tree' };
const junkTree = { ...rsc, 'next-router-state-tree': '%5B%22%22%2C%7B%7D%5D', 'next-url': '/nowhere' };

/** One request that was never made before, of every kind that Next looks at before any page of ours. */
const kinds: ((word: string) => [path: string, asked?: Asked])[] = [
  (word) => [`/_next/data/${word}/home.json`],
  (word) => [`/_next/static/missing/${word}.js`],
  (word) => [`/_next/static/chunks/${word}.js?dpl=${word}`],
  (word) => [`/_next/image?url=%2Ficon.svg%3F${word}&w=64&q=75`],
  (word) => [`/_next/image?url=https%3A%2F%2F${word}.example%2Fa.png&w=3840&q=1`],
  (word) => [`/_next/${word}`],
  (word) => [`/__nextjs_original-stack-frame?file=${word}`],
  (word) => [`/_error?${word}`],
  (word) => [`/_not-found?${word}`],
  (word) => [`/nowhere/${word}`],
  (word) => [`/incidents/${word}`, { headers: rsc }],
  (word) => [`/sign-in?_rsc=${word}`, { headers: rsc }],
  (word) => [`/report?_rsc=${word}`, { headers: prefetch }],
  (word) => [`/subscribe?_rsc=${word}`, { headers: { ...junkTree, 'next-router-prefetch': '2' } }],
  (word) => [`/track?_rsc=${word}`, { headers: { ...junkTree, 'next-hmr-refresh': '1' } }],
  (word) => [`/?${word}=${'x'.repeat(7_000)}`],
  (word) => [`/report?${word}=${'x'.repeat(7_000)}`],
  (word) => [`/sign-in?next=${encodeURIComponent(`/${word}${'é'.repeat(600)}`)}`],
  (word) => [`/track/${word}`],
  (word) => [`/status/INC-${Number.parseInt(word.slice(0, 8), 16)}`],
  (word) => [`/history/20${word.slice(0, 2)}-01`],
  (word) => [`/report`, { headers: { cookie: `__prerender_bypass=${word}; __next_preview_data=${word}` } }],
  (word) => [`/_next/data/${word}/home.json`, { body: { word } }],
  (word) => [`/_next/image?url=%2Ficon.svg&w=64&q=75&${word}`, { body: { word } }],
  (word) => [`/_${word}`, { body: { word } }],
  (word) => ['/sign-in', { body: [word], headers: { 'next-action': word.replaceAll('-', '') } }],
  (word) => [
    '/report',
    { body: [word], headers: { 'next-action': `40${word.replaceAll('-', '')}`, ...rsc } },
  ],
];

export const strangePaths: Assault = {
  name: 'strange-paths',
  title: 'Ever new addresses of what Next answers itself, with all of its headers',
  alsoSmall: true,
  run: async (ground) => {
    const disk = bytesOnDisk(ground);
    const broken = new Set<string>();
    const statuses = await press(ground.spell * 2, 64, async (number) => {
      const [path, asked = {}] = (kinds[number % kinds.length] as (typeof kinds)[number])(randomUUID());
      const headers = { ...asked.headers, ...network(43_000 + (number % 24)) };
      const status = await send(ground, path, { ...asked, headers });
      if (isFailure(status)) broken.add(`${status} ${path.slice(0, 60)}`);
      return status;
    });
    const grown = bytesOnDisk(ground) - disk;
    return [
      finding(
        'each is answered, by nothing that failed',
        broken.size === 0,
        `${tally(statuses)} ${[...broken].slice(0, 5).join(', ')}`.trim(),
      ),
      finding(
        'nothing of it is stored',
        grown <= 1_000_000,
        `${Math.round(grown / 1_000)} KB more on the disk`,
      ),
    ];
  },
};
