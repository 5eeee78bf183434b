import { globSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { purposeSchema, recipientKindSchema } from '@/lib/deliveries/schema';
import { linkOf } from '@/lib/deliveries/sending/links';
import { newId } from '@/lib/platform/ids';
import { to } from '@/lib/platform/rules/to';
import type { PlainDocument } from '@/lib/status/documents/encode';
import { renderDocuments } from '@/lib/status/render/documents';
import { boardView, quietView } from '@/lib/status/testing/board-view';
import { oneClickPath } from '@/lib/subscribers/link';

/* The console's links are checked by the compiler. Documents and mails are bytes, so theirs are followed here. */

/** The pages and routes of `app/` by the address that each answers. */
const pages = globSync('app/**/{page.tsx,route.ts}').map((file) => {
  const folders = file.split('/').slice(1, -1);
  const parts = folders.filter((folder) => !folder.startsWith('('));
  const pattern = parts.map((part) => part.replace(/^\[\.\.\..*\]$/, '.+').replace(/^\[.*\]$/, '[^/]+'));
  return { file, address: new RegExp(`^/${pattern.join('/').replaceAll('.svg', '\\.svg')}$`) };
});

/** Why a link to the app leads nowhere; null when a page answers it and reads what the link asks of it. */
function deadEnd(link: URL): string | null {
  const found = pages.filter(({ address }) => address.test(link.pathname));
  if (found.length === 0) return `${link.pathname}: no page`;
  const source = found.map(({ file }) => readFileSync(file, 'utf8')).join('\n');
  const unread = [...link.searchParams.keys()].filter((name) => !new RegExp(`\\b${name}\\b`).test(source));
  return unread.length > 0 ? `${link.pathname}: nobody reads ${unread.join(', ')}` : null;
}

const unescaped = (text: string) => text.replaceAll('&amp;', '&').replaceAll('&#x27;', "'");

/** What a document names: links, images, forms with the fields that they put into the address, feeds, JSON. */
function linksIn({ contentType, body }: PlainDocument): string[] {
  const text = body.toString();
  if (contentType.includes('json')) {
    return [...text.matchAll(/"(https:\/\/status\.example\.org[^"]*)"/g)].map(([, link = '']) => link);
  }
  if (!/html|xml/.test(contentType)) return [];
  const named = [...text.matchAll(/\s(?:href|src)="([^"]+)"|<link>([^<]+)<\/link>/g)];
  const forms = [...text.matchAll(/<form([^>]*)>([\s\S]*?)<\/form>/g)].map(([, form = '', fields = '']) => {
    const action = /\saction="([^"]+)"/.exec(form)?.[1] ?? '';
    if (!form.includes(' method="get"')) return action;
    const names = [...fields.matchAll(/\sname="([^"]+)"/g)].map(([, name]) => `${name}=x`);
    return `${action}?${names.join('&')}`;
  });
  return [...named.map(([, href, link]) => unescaped(href ?? link ?? '')), ...forms];
}

describe.each(['app', 'folder'] as const)('documents for the %s', (target) => {
  let documents: Map<string, PlainDocument>;

  beforeAll(async () => {
    const both = [await renderDocuments(quietView, target), await renderDocuments(boardView, target)];
    documents = new Map(both.flat().map((document) => [document.path, document]));
  });

  /** A static host has the documents alone; behind the app is everything that it routes. */
  function lost(from: PlainDocument, href: string): string | null {
    const link = new URL(href, `https://documents.example${from.path}`);
    if (!/^(documents\.example|status\.example\.org)$/.test(link.hostname)) return null;
    const document = documents.get(link.pathname);
    const absolute = link.hostname === 'status.example.org';
    if (!document)
      return target === 'folder' && !absolute ? `${link.pathname}: not in the folder` : deadEnd(link);
    const id = link.hash.slice(1);
    const there = !id || document.body.toString().includes(` id="${id}"`);
    return there ? null : `${link.pathname}: nothing is called ${id}`;
  }

  test('lead to what is there', () => {
    const dead = [...documents.values()].flatMap((document) =>
      linksIn(document).flatMap((href) => lost(document, href) ?? []),
    );
    expect(new Set(dead)).toEqual(new Set());
  });

  test('have links at all', () => {
    const home = documents.get('/');
    expect(home && linksIn(home).length).toBeGreaterThan(20);
  });
});

test('every link of a mail leads to a page', () => {
  const asked = { services: ['search'], minimumSeverity: 'SEVERE' as const };
  const variables = [{}, { tokenId: newId() }, { path: to('/incidents/INC-1') }, { asked }];
  const links = purposeSchema.options.flatMap((purpose) =>
    recipientKindSchema.options.flatMap((recipientKind) =>
      variables.flatMap((given) => {
        const addressee = { id: newId(), purpose, recipientKind, recipientId: newId(), variables: given };
        return (['open', 'confirm', 'stop', 'refuse'] as const).map((slot) => linkOf(slot, addressee));
      }),
    ),
  );
  const dead = [...links, `https://any.example${oneClickPath(newId())}`].flatMap(
    (link) => deadEnd(new URL(link)) ?? [],
  );
  expect(dead).toEqual([]);
});
