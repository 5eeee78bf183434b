import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { encodeDocument } from '@/lib/status/documents/encode';
import type { StoredDocument } from '@/lib/status/documents/store';
import { type PublicView, publicViewSchema } from '@/lib/status/rules/public-view';
import { boardView, quietView } from '@/lib/status/testing/board-view';
import { renderDocuments } from './documents';
import { renderMarkdown } from './markdown';

async function render(
  view: PublicView,
  target: 'app' | 'folder' = 'app',
): Promise<Map<string, StoredDocument>> {
  const documents = await renderDocuments(publicViewSchema.parse(view), target);
  const encoded = await Promise.all(documents.map(encodeDocument));
  return new Map(encoded.map((document) => [document.path, document]));
}

let board: Map<string, StoredDocument>;
let quiet: Map<string, StoredDocument>;

beforeAll(async () => {
  board = await render(boardView);
  quiet = await render(quietView);
});

function bytesOf(set: Map<string, StoredDocument>, path: string): string {
  const document = set.get(path);
  if (!document) throw new Error(`no document at ${path}`);
  return document.identity.toString();
}

const evil = '"><script>alert(1)</script><img src=x onerror=alert(1)>';

/** Ten services and three incidents, as the goal for the first visit says. */
function tenServices(): PublicView {
  const extra = [8, 9, 10].map((number) => {
    const copy = boardView.services[4];
    if (!copy) throw new Error('the board has seven services');
    return {
      ...copy,
      id: copy.id.replace(/\d$/, String(number % 10)),
      slug: `more-${number}`,
      name: `More ${number}`,
    };
  });
  return { ...boardView, services: [...boardView.services, ...extra] };
}

test('of 300 services a few stand open and all that do not work, the others are folded behind their number', async () => {
  const [broken, works] = ['MAJOR_OUTAGE', 'OPERATIONAL'] as const;
  const services = Array.from({ length: 300 }, (_, place) => ({
    ...(boardView.services[4] as PublicView['services'][number]),
    id: `0192f3a0-0000-7000-8000-${String(place).padStart(12, '0')}`,
    slug: `many-${place}`,
    name: `Many ${place}`,
    status: place === 222 ? broken : works,
  }));
  const page = bytesOf(await render({ ...quietView, services }), '/');
  const [shown = '', folded = ''] = page.split('<details class="rest"');
  expect(shown.match(/id="service-many-\d+"/g)).toHaveLength(13);
  expect(shown).toContain('id="service-many-222"');
  expect(folded).toContain('Show 287 more, which work normally: 300 services in all');
  expect(folded.match(/id="service-many-\d+"/g)).toHaveLength(287);
});

describe('the first visit', () => {
  test('needs at most 12 KB compressed, of which at most 5 KB are script', async () => {
    const set = await render(tenServices());
    const size = (path: string) => set.get(path)?.gzip?.length ?? Number.POSITIVE_INFINITY;
    expect(size('/') + size('/status.css') + size('/status.js')).toBeLessThanOrEqual(12 * 1024);
    expect(size('/status.js')).toBeLessThanOrEqual(5 * 1024);
  });

  test('loads one font file and nothing from elsewhere', () => {
    const page = bytesOf(board, '/') + bytesOf(board, '/status.css');
    const loaded = [...page.matchAll(/(?:src="|<link[^>]*href="|url\(")([^"]+)"/g)].map(
      ([, address]) => address,
    );
    expect(loaded.filter((address) => !address?.startsWith('/'))).toEqual([]);
    expect(new Set(loaded.filter((address) => address?.endsWith('.woff2'))).size).toBe(1);
    expect(bytesOf(board, '/status.css')).toContain('font-display:optional');
  });
});

describe('every page', () => {
  test('has neither style attributes nor inline script nor handlers', () => {
    for (const set of [board, quiet]) {
      for (const { path, contentType, identity } of set.values()) {
        if (!contentType.startsWith('text/html')) continue;
        const page = identity.toString();
        expect(page, path).not.toMatch(/<[^>]*\sstyle=/);
        expect(page, path).not.toMatch(/<style|<script(?![^>]*\ssrc=)[^>]*>|\son[a-z]+=/);
        expect(page, path).toMatch(/^<!doctype html><html lang="en">/);
      }
    }
  });

  test('uses every id once, whatever the services are called', async () => {
    const [first, ...rest] = boardView.services;
    if (!first) throw new Error('the board has services');
    const set = await render({
      ...boardView,
      services: [{ ...first, slug: 'email', name: 'Now' }, ...rest.slice(0, 3)],
    });
    for (const path of ['/', '/status/INC-2041', '/history']) {
      const ids = [...bytesOf(set, path).matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
      expect(new Set(ids).size, path).toBe(ids.length);
    }
  });

  test('carries the banner of age hidden, its policy and one main heading', () => {
    for (const path of ['/', '/status/INC-2041', '/history']) {
      const page = bytesOf(board, path);
      expect(page).toContain(' data-stale="" hidden=""');
      expect(page).toContain('http-equiv="Content-Security-Policy"');
      expect(page.match(/<h1/g)).toHaveLength(1);
    }
  });

  test('names every instant for machines and in the zone of the organisation for people', () => {
    const page = bytesOf(board, '/');
    expect(page).toContain('<time dateTime="2026-06-09T13:10:00.000Z" data-t="stamp">14:10 BST</time>');
    expect(page).toContain('Tuesday 9 June 2026 at 14:18 BST');
  });
});

describe('what people wrote', () => {
  test('is text everywhere, never markup', async () => {
    const [first, ...rest] = boardView.incidents;
    const [service, ...others] = boardView.services;
    if (!first || !service) throw new Error('the board has an incident and a service');
    const set = await render({
      ...boardView,
      organisation: { ...boardView.organisation, name: evil, deskHours: evil },
      services: [{ ...service, name: evil, group: evil }, ...others],
      incidents: [
        {
          ...first,
          title: evil,
          services: [{ ...(first.services[0] ?? service), name: evil }],
          updates: first.updates.map((update) => ({ ...update, text: renderMarkdown(evil) })),
        },
        ...rest,
      ],
      past: boardView.past.map((incident) => ({ ...incident, title: evil, summary: evil })),
    });
    for (const { path, contentType, identity } of set.values()) {
      if (!/html|xml|svg/.test(contentType) || path === '/icon.svg') continue;
      const text = identity.toString();
      expect(text, path).not.toMatch(/<script>|<img|onerror=alert\(1\)>(?!&)/);
    }
    expect(JSON.parse(bytesOf(set, '/api/v2/summary.json')).incidents[0].name).toBe(evil);
  });
});

describe('a quiet day', () => {
  test('says that nothing is open, and when it last was otherwise', () => {
    const page = bytesOf(quiet, '/');
    expect(page).toContain('No open incidents');
    expect(page).toContain('Old logo on printed receipts');
    expect(page).not.toContain('class="promise');
  });

  test('works for an installation with nothing in it', async () => {
    const empty = await render({ ...quietView, services: [], past: [], historyFrom: null });
    expect(bytesOf(empty, '/')).toContain('No services are listed yet');
    expect(bytesOf(empty, '/history')).toContain('No problems in this month');
    expect(JSON.parse(bytesOf(empty, '/api/v2/status.json')).status.indicator).toBe('none');
  });
});

describe('the folder', () => {
  test('has no forms and leads to the app for everything that needs it', async () => {
    const folder = await render(boardView, 'folder');
    const page = bytesOf(folder, '/');
    expect(page).not.toContain('<form');
    for (const path of ['/report', '/track', '/#get', '/sign-in']) {
      expect(page).toContain(`href="https://status.example.org${path}`);
    }
    expect(page).toContain('href="https://status.example.org/status/INC-2036"');
    expect(page).toContain('href="/status/INC-2041"');
  });
});

describe('the other forms', () => {
  test('compresses to what it was', () => {
    for (const { identity, gzip, br } of board.values()) {
      if (gzip) expect(gunzipSync(gzip).equals(identity)).toBe(true);
      if (br) expect(brotliDecompressSync(br).equals(identity)).toBe(true);
    }
  });

  test('keeps the feeds the same while there is nothing new', async () => {
    const later = await render({ ...boardView, asOf: '2026-06-09T13:19:00.000Z' });
    for (const path of ['/feed.atom', '/feed.rss', '/badge.svg']) {
      expect(later.get(path)?.hash, path).toBe(board.get(path)?.hash);
    }
  });

  test('changes no page about what is over while time goes on', async () => {
    const [first, ...rest] = boardView.incidents;
    if (!first) throw new Error('the board has an incident');
    const over = { ...first, stage: 'RESOLVED' as const, resolvedAt: boardView.asOf, nextUpdateAt: null };
    const view = { ...boardView, incidents: [over, ...rest] };
    const [now, later] = [await render(view), await render({ ...view, asOf: '2026-06-09T13:19:00.000Z' })];
    for (const path of ['/status/INC-2041', '/history/2026-05', '/404.html']) {
      expect(later.get(path)?.hash, path).toBe(now.get(path)?.hash);
      expect(bytesOf(now, path), path).not.toContain('data-stale');
    }
    expect(bytesOf(now, '/status/INC-2041')).toContain('9 June 2026, 13:41 BST');
    expect(later.get('/')?.hash).not.toBe(now.get('/')?.hash);
  });

  test('says the worst status in the badge', () => {
    expect(bytesOf(board, '/badge.svg')).toContain('Partial System Outage');
    expect(bytesOf(quiet, '/badge.svg')).toContain('All Systems Operational');
  });
});
