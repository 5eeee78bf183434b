import { beforeAll, describe, expect, test } from 'vitest';
import { encodeDocument } from '@/lib/status/documents/encode';
import type { PublicRecovery } from '@/lib/status/rules/public-recovery';
import { type PublicView, publicViewSchema } from '@/lib/status/rules/public-view';
import { boardView } from '@/lib/status/testing/board-view';
import { renderDocuments } from './documents';

const recovery: PublicRecovery = {
  id: '0198f000-0000-7000-8000-00000000f032',
  kind: 'FAILOVER',
  state: 'STEP',
  step: 3,
  of: 5,
  steps: [
    { name: 'Stop new changes', state: 'done', seconds: 300 },
    { name: 'Confirm the copy is complete', state: 'done', seconds: 180 },
    { name: 'Promote the secondary <now>', state: 'current', seconds: null },
    { name: 'Send people to it', state: 'ahead', seconds: null },
    { name: 'Check it works', state: 'ahead', seconds: null },
  ],
  startedAt: '2026-06-09T13:08:00.000Z',
  finishedAt: null,
  changedAt: '2026-06-09T13:17:00.000Z',
  expected: { from: '2026-06-09T13:24:00.000Z', to: '2026-06-09T13:30:00.000Z' },
  known: { drills: 4, live: 0, least: 660, most: 1_020, lastAt: '2026-05-21T09:00:00.000Z', untimed: 0 },
};

function viewWith(given: PublicRecovery): PublicView {
  const incidents = boardView.incidents.map((incident) =>
    incident.ref === 'INC-2041' ? { ...incident, recovery: given } : incident,
  );
  return publicViewSchema.parse({ ...boardView, incidents });
}

let files: Map<string, string>;

async function render(view: PublicView): Promise<Map<string, string>> {
  const documents = await Promise.all((await renderDocuments(view, 'app')).map(encodeDocument));
  return new Map(documents.map(({ path, identity }) => [path, identity.toString()]));
}

beforeAll(async () => {
  files = await render(viewWith(recovery));
});

const page = (path: string) => files.get(path) ?? '';

describe('a recovery', () => {
  test.each(['/', '/status/INC-2041'])('is told on %s: step, range, what it rests on', (path) => {
    expect(page(path)).toContain('Switching to the secondary: step 3 of 5');
    expect(page(path)).toContain('We expect it back between 14:24 and 14:30 BST, from 4 practice runs.');
    expect(page(path)).toContain(
      'Based on 4 practice runs, which took between 11 and 17 min. The most recent was on Thu 21 May.',
    );
    expect(page(path)).toContain('<li class="current" aria-current="step">Promote the secondary &lt;now&gt;');
    expect(page(path)).not.toMatch(/<[^>]*\sstyle=|<script(?![^>]*\ssrc=)/);
  });

  test('leads the page', () => {
    expect(page('/')).toContain('is not available. We are switching to the secondary now.');
  });

  test('is one entry of the feeds, which changes as it goes on', () => {
    const feed = page('/feed.atom');
    expect(feed.split(`urn:uuid:${recovery.id}`)).toHaveLength(2);
    expect(feed).toContain('Switching to the secondary: step 3 of 5: ');
  });

  test('stands in the JSON beside what its readers know, and only while there is one', async () => {
    const path = [...files.keys()].find((one) => one.endsWith('/incidents/unresolved.json')) ?? '';
    const read = (set: Map<string, string>) =>
      (JSON.parse(set.get(path) ?? '') as { incidents: Record<string, unknown>[] }).incidents;
    const [worst, ...others] = read(files);
    expect(worst).toMatchObject({
      id: 'INC-2041',
      impact: 'critical',
      recovery: {
        state: 'step',
        step: 3,
        body: 'We expect it back between 14:24 and 14:30 BST, from 4 practice runs.',
        practice_runs: 4,
        expected_from: '2026-06-09T13:24:00.000Z',
      },
    });
    expect(others.some((incident) => 'recovery' in incident)).toBe(false);
  });

  test('that was never practised names no time', async () => {
    const set = await render(viewWith({ ...recovery, expected: null, known: null }));
    const html = set.get('/') ?? '';
    expect(html).toContain('We have not practised this before, so we cannot say how long it takes.');
    expect(html).not.toMatch(/We expect it back|Based on/);
  });
});
