import { beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { consoleFrame } from '@/lib/home/queries/frame';
import { makeMember } from '@/lib/reports/testing/people-and-incidents';
import { loadPublicView } from '@/lib/status/queries/public-view';
import { renderDocuments } from '@/lib/status/render/documents';
import { publicIncidentRows, run } from '@/lib/status/testing/public-rows';

testDatabase();

let severe: string[];

beforeAll(async () => {
  // The worst began first, so they are the first that a limit on the newest would lose.
  const worst = [];
  for (let index = 0; index < 213; index += 1) {
    const isSevere = index < 13;
    const severity = isSevere ? 'SEVERE' : 'TRIVIAL';
    const startedHours = isSevere ? 900 - index : 300 - index;
    const { incident } = await publicIncidentRows({ title: `Matter ${index}.`, severity, startedHours });
    if (isSevere) worst.push(String(incident.ref));
  }
  severe = worst;
});

async function files(): Promise<Map<string, string>> {
  const documents = await renderDocuments(await loadPublicView(), 'app');
  return new Map(documents.map(({ path, body }) => [path, String(body)]));
}

test('every one of 213 open incidents is on the page, folded with their count, and in the JSON', async () => {
  const documents = await files();
  const page = documents.get('/') ?? '';
  expect(new Set(page.match(/\/status\/INC-\d+/g)).size).toBe(213);
  expect(page).toContain('<summary>203 more open incidents</summary>');
  for (const ref of severe) expect(page).toContain(`href="/status/${ref}"`);
  for (const path of [
    '/api/v2/summary.json',
    '/api/v2/incidents/unresolved.json',
    '/api/v2/incidents.json',
  ]) {
    const refs = JSON.parse(documents.get(path) ?? '').incidents.map(({ id }: { id: string }) => id);
    expect(new Set(refs).size, path).toBe(213);
  }
  const frame = await consoleFrame(await makeMember('RESPONDER'), {});
  expect(frame.incidents.map(({ ref }) => ref).every((ref) => severe.includes(ref))).toBe(true);
});

test('what ended now is in feeds and JSON, however long ago it began and however many are open', async () => {
  const ref = severe[0] as string;
  await run(`update incident set stage = 'RESOLVED', resolved_at = now() where ref = $1`, [ref]);
  const documents = await files();
  for (const path of ['/feed.atom', '/feed.rss']) {
    expect(documents.get(path), path).toMatch(/Resolved: [^<]*Matter 0\./);
  }
  const { incidents } = JSON.parse(documents.get('/api/v2/incidents.json') ?? '');
  expect(incidents.find(({ id }: { id: string }) => id === ref)).toMatchObject({ status: 'resolved' });
  expect(await db().incident.count({ where: { stage: 'INVESTIGATING' } })).toBe(212);
});
