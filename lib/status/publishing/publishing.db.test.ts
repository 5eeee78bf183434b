import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '@/lib/database/testing/database';
import { publishUpdate } from '@/lib/incidents/commands/publish-update';
import { declared } from '@/lib/incidents/testing/declared';
import { person } from '@/lib/members/testing/people';
import { startSequencer } from '@/lib/platform/events/sequencer';
import { settings } from '@/lib/platform/process/environment';
import type { Running } from '@/lib/platform/process/repeat';
import { insertRow } from '@/lib/platform/testing/rows';
import { until } from '@/lib/platform/testing/until';
import { readCachedDocuments } from '@/lib/status/documents/disk-cache';
import { startDocumentLoader } from '@/lib/status/documents/loader';
import { currentDocuments, documentStore } from '@/lib/status/documents/store';
import { startPublisher } from './publisher';

testDatabase();

let folder: string;
let dataDir: string;
let running: Running[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'standby-folder-'));
  dataDir = await mkdtemp(join(tmpdir(), 'standby-data-'));
  Object.assign(settings(), { publishDir: folder, dataDir });
  documentStore.forget();
  running = [startSequencer('a'), startPublisher('a'), startPublisher('b'), startDocumentLoader()];
});

afterAll(async () => {
  await Promise.all(running.map((part) => part.stop()));
  await rm(folder, { recursive: true, force: true });
  await rm(dataDir, { recursive: true, force: true });
});

const shows = (text: string) =>
  currentDocuments()?.documents.get('/')?.identity.toString().includes(text) ?? false;

const folderShows = async (text: string) =>
  (await readFile(join(folder, 'current', 'index.html'), 'utf8').catch(() => '')).includes(text);

test('an update is on the page, in the folder and in the JSON after it was committed, with two publishers running', async () => {
  const { ctx } = await person('RESPONDER');
  const service = await insertRow('service', { name: 'Shop' });
  const { ref } = await declared(ctx, String(service.id), {
    title: 'The shop is shut',
    next: { minutes: 30 },
  });
  await until('the incident is shown', () => shows('The shop is shut'));
  for (const text of ['We found the cause.', 'We switch now.', 'It answers again.']) {
    await publishUpdate(ctx, { ref, audience: 'PUBLIC', text, next: { minutes: 30 } });
    await until(`${text} is shown`, () => shows(text));
    await until(`${text} is in the folder`, () => folderShows(text));
  }
  const answer = currentDocuments()?.documents.get('/api/v2/incidents/unresolved.json')?.identity.toString();
  expect(
    JSON.parse(answer ?? '').incidents[0].incident_updates.map(({ body }: { body: string }) => body),
  ).toEqual(['It answers again.', 'We switch now.', 'We found the cause.']);
});

test('what was loaded last is there for the next start', async () => {
  await running.pop()?.stop();
  const kept = readCachedDocuments(dataDir);
  expect(kept?.version).toBe(currentDocuments()?.version);
  expect(kept?.documents.get('/')).toEqual(currentDocuments()?.documents.get('/'));
});
