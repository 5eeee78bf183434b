import { expect, test } from 'vitest';
import { line, lines, name } from '@/lib/platform/input/text';
import { keepsItsDirection } from '@/lib/platform/testing/bidi';
import { hostileTexts } from '@/lib/platform/testing/hostile-strings';
import type { PublicView } from '@/lib/status/rules/public-view';
import { boardView } from '@/lib/status/testing/board-view';
import { renderDocuments } from './documents';
import { renderMarkdown } from './markdown';
import { statuspageAnswers } from './statuspage';

function viewWith(text: string): { view: PublicView; title: string } {
  const title = line(2_000).parse(text) || 'Mail';
  const service = name(2_000).parse(text) || 'Mail';
  const words = renderMarkdown(lines(2_000).parse(text));
  const view: PublicView = {
    ...boardView,
    organisation: { ...boardView.organisation, name: service },
    services: boardView.services.map((one) => ({ ...one, name: `${service} ${one.slug}` })),
    incidents: boardView.incidents.map((incident) => ({
      ...incident,
      title,
      updates: incident.updates.map((update) => ({ ...update, text: words })),
    })),
    past: boardView.past.map((incident) => ({ ...incident, title, summary: title })),
  };
  return { view, title };
}

const unescaped = (text: string) =>
  text.replaceAll(/&(lt|gt|quot|#39|#x27|amp);/g, (_, mark: string) =>
    mark === 'amp' ? '&' : mark === 'lt' ? '<' : mark === 'gt' ? '>' : mark === 'quot' ? '"' : "'",
  );

/** What XML 1.0 lets stand in a document. */
const notXml = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

test.each(hostileTexts)('page, feeds, badge and JSON hold: %j', async (text) => {
  const { view, title } = viewWith(text);
  const documents = await renderDocuments(view, 'app');
  const bodyOf = (path: string) => String(documents.find((one) => one.path === path)?.body);

  const page = bodyOf('/');
  expect(page).not.toMatch(/<script>|<x\/>/);
  expect(page.isWellFormed()).toBe(true);
  const pageTitle = /<title>([^<]*)<\/title>/.exec(page)?.[1] ?? '';
  expect(keepsItsDirection(unescaped(pageTitle))).toBe(true);
  // Whatever stands within a line of ours is in an element that keeps its direction to itself.
  const inside = [...page.matchAll(/<bdi>([^<]*)<\/bdi>/g)].map(([, inner]) => unescaped(inner ?? ''));
  if (/[\u0590-\u08FF]/.test(title)) expect(inside).toContain(title);
  expect(inside.filter((one) => !keepsItsDirection(`\u2068${one}\u2069`))).toEqual([]);

  for (const path of ['/feed.atom', '/feed.rss', '/badge.svg']) {
    const xml = bodyOf(path);
    expect(xml).not.toMatch(notXml);
    const titles = [...xml.matchAll(/<title>([^<]*)<\/title>/g)].map(([, inner]) => unescaped(inner ?? ''));
    expect(titles.length).toBeGreaterThan(0);
    expect(titles.filter((one) => !keepsItsDirection(one))).toEqual([]);
  }

  const { summary } = statuspageAnswers(view);
  expect(summary.incidents[0]?.name).toBe(title);
  expect(JSON.parse(bodyOf('/api/v2/summary.json')).incidents[0].name).toBe(title);
});

test('service groups in any script have ids of their own, which stay', () => {
  const ids = ['Служба', 'Почта', 'Mail', 'mail', '邮件', 'Cafe\u0301'].map((group) => {
    const [first, ...others] = boardView.services;
    if (!first) throw new Error('The board has services.');
    const view = { ...boardView, services: [{ ...first, group }, ...others] };
    const { components } = statuspageAnswers(view).components;
    const [service, made] = [components[0], components.find((one) => one.group && one.name === group)];
    expect(service?.group_id).toBe(made?.id);
    return made?.id;
  });
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids[0]).toMatch(/^group-[0-9a-f]{16}$/);
  expect(ids[1]).toBe('group-abd894bf06fd0b5a');
});
