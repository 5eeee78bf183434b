import { expect, test } from 'vitest';
import type { PublicIncident, PublicView } from '@/lib/status/rules/public-view';
import { withUnsaid } from '@/lib/status/rules/unsaid';
import { boardView } from '@/lib/status/testing/board-view';
import { atomFeed, rssFeed } from './feeds';
import { renderMarkdown } from './markdown';

const [board] = boardView.incidents as [PublicIncident];
const [latest] = board.updates as [PublicIncident['updates'][number]];
const viewOf = (...incidents: PublicIncident[]): PublicView => ({ ...boardView, incidents });
const titles = (feed: string) =>
  [...feed.matchAll(/<title>(.*?)<\/title>/g)].slice(1).map(([, title]) => title);
const guids = (feed: string) =>
  [...feed.matchAll(/<(?:id>urn:uuid:|guid[^>]*>)([^<]+)</g)].map(([, id]) => id);

test('an entry says first how it stands, and an edit is the same entry, said to be edited', () => {
  for (const feed of [atomFeed, rssFeed]) {
    const before = feed(viewOf(board));
    expect(titles(before)).toEqual([
      'Identified: Case Records is not available (Critical)',
      'Investigating: Case Records is not available (Critical)',
    ]);
    const editedAt = '2026-06-09T13:15:00.000Z';
    const text = renderMarkdown('The controller is replaced.');
    const after = feed(
      viewOf({ ...board, updates: [{ ...latest, text, editedAt }, ...board.updates.slice(1)] }),
    );
    expect(titles(after)[0]).toBe('Identified: Case Records is not available (Critical, edited)');
    expect(guids(after)).toEqual(guids(before));
    expect(new Set(guids(after)).size).toBe(2);
    expect(after).toContain(editedAt);
  }
});

test('an incident of which nobody wrote is told all the same, each moment once, under an id that stays', () => {
  const course = {
    id: '01890000-0000-7000-8000-000000000999',
    stage: 'INVESTIGATING',
    declaredAt: new Date('2026-06-09T12:45:00.000Z'),
    resolvedAt: null,
    affectedSince: new Date('2026-06-09T12:41:00.000Z'),
  } as const;
  const begun = withUnsaid([], course);
  const feed = atomFeed(viewOf({ ...board, updates: begun }));
  expect(titles(feed)).toEqual(['Investigating: Case Records is not available (Critical)']);
  expect(guids(feed)).toEqual([course.id]);
  const over = withUnsaid([], {
    ...course,
    stage: 'RESOLVED',
    resolvedAt: new Date('2026-06-09T13:10:00.000Z'),
  });
  expect(over.map(({ stage }) => stage)).toEqual(['RESOLVED', 'INVESTIGATING']);
  expect(
    withUnsaid([], { ...course, stage: 'RESOLVED', resolvedAt: new Date('2026-06-09T13:10:00.000Z') }),
  ).toEqual(over);
  const word = { ...latest, stage: 'RESOLVED' as const };
  expect(
    withUnsaid([word], { ...course, stage: 'RESOLVED', resolvedAt: new Date(word.at) }).map(({ id }) => id),
  ).toEqual([word.id, course.id]);
  const again = withUnsaid([word], { ...course, affectedSince: new Date('2026-06-09T13:12:00.000Z') });
  expect(again.map(({ stage, at }) => [stage, at])).toEqual([
    ['INVESTIGATING', '2026-06-09T13:12:00.000Z'],
    ['RESOLVED', word.at],
    ['INVESTIGATING', course.declaredAt.toISOString()],
  ]);
  expect(withUnsaid([latest], course)).toEqual([latest]);
});

test('no end is lost, however many incidents end at once', () => {
  const many = Array.from({ length: 213 }, (_, index): PublicIncident => {
    const id = `01890000-0000-7000-8000-${String(index).padStart(12, '0')}`;
    return {
      ...board,
      ref: `INC-${index}`,
      stage: 'RESOLVED',
      updates: [{ ...latest, id, stage: 'RESOLVED' }],
    };
  });
  const newer = {
    ...board,
    ref: 'INC-900',
    updates: Array.from({ length: 60 }, (_, index) => ({
      ...latest,
      id: `01890000-0000-7000-8001-${String(index).padStart(12, '0')}`,
      at: '2026-06-09T13:17:00.000Z',
    })),
  };
  const later = { ...viewOf(...many, newer), asOf: '2026-06-16T13:18:00.000Z' };
  for (const feed of [atomFeed(later), rssFeed(later)]) {
    expect(titles(feed).filter((title) => title?.startsWith('Resolved: '))).toHaveLength(213);
    expect(guids(feed)).toHaveLength(213 + 50);
  }
});
