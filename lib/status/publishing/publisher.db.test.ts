import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { db, pool } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { type HeldLease, takeLease } from '@/lib/platform/jobs/lease';
import { settings } from '@/lib/platform/process/environment';
import { archivedDocument } from '@/lib/status/documents/archive';
import { loadDocuments } from '@/lib/status/documents/loader';
import { currentDocuments, documentStore } from '@/lib/status/documents/store';
import { loadPublicView } from '@/lib/status/queries/public-view';
import { publicIncidentRows, publicUpdate, run } from '@/lib/status/testing/public-rows';
import { FolderFencedError, publishFolder } from './folder';
import { Publisher } from './publisher';

testDatabase();

let dir: string;
let lease: HeldLease;

async function held(holder = 'a'): Promise<HeldLease> {
  const taken = await takeLease(pool(), 'publisher', holder, 60);
  if (!taken) throw new Error('the lease is taken');
  return taken;
}

function text(path: string): string {
  return currentDocuments()?.documents.get(path)?.identity.toString() ?? '';
}

beforeEach(async () => {
  documentStore.forget();
  dir = await mkdtemp(join(tmpdir(), 'standby-published-'));
  settings().publishDir = dir;
  // Rows that only grow stay; nothing of an earlier test is public any more.
  for (const table of ['incident', 'service']) await run(`update ${table} set visibility = 'INTERNAL'`);
  for (const table of ['published_document', 'publish_state', 'lease']) await run(`delete from ${table}`);
  lease = await held();
});

afterEach(async () => {
  await rm(dir, { recursive: true, force: true });
});

describe('the publisher', () => {
  test('brings an update from the database to the memory of a web process', async () => {
    const { incident, service } = await publicIncidentRows({
      title: 'Mail is late',
      updates: ['We **look**.'],
    });
    await new Publisher().publish(lease);
    expect(await loadDocuments()).toBe(true);
    expect(text('/')).toContain('Mail is late');
    expect(text('/')).toContain('We <strong>look</strong>.');
    expect(text('/')).toContain(service.name);
    expect(text(`/status/${incident.ref}`)).toContain('We <strong>look</strong>.');
    expect(JSON.parse(text('/api/v2/status.json')).status.indicator).toBe('critical');
    expect(await loadDocuments()).toBe(false);
  });

  test('keeps what is internal out of every document', async () => {
    const { incident } = await publicIncidentRows({ title: 'Secret work', visibility: 'INTERNAL' });
    const { incident: shown } = await publicIncidentRows({ title: 'Shown' });
    await run(
      `insert into update (id, incident_id, audience, published_at) values ($1, $2, 'INTERNAL', now())`,
      ['01890000-0000-7000-8000-000000000001', shown.id],
    );
    await run(`insert into update_revision (update_id, number, body) values ($1, 1, 'Between us')`, [
      '01890000-0000-7000-8000-000000000001',
    ]);
    await new Publisher().publish(lease);
    await loadDocuments();
    for (const [path, document] of currentDocuments()?.documents ?? []) {
      const bytes = document.identity.toString();
      expect(bytes, path).not.toContain('Secret work');
      expect(bytes, path).not.toContain(String(incident.ref));
      expect(bytes, path).not.toContain('Between us');
    }
    expect(await archivedDocument(`/status/${incident.ref}`)).toBeNull();
  });

  test('takes a retracted update and an incident made internal back, in memory and in the folder', async () => {
    const { incident } = await publicIncidentRows({ title: 'Said too soon', updates: ['Wrong words'] });
    const publisher = new Publisher();
    await publisher.publish(lease);
    await run(`update update set retracted_at = now(), retract_reason = 'Not so'`);
    await publisher.publish(lease);
    await loadDocuments();
    expect(text('/')).not.toContain('Wrong words');
    expect(text('/feed.atom')).not.toContain('Wrong words');
    await run(`update incident set visibility = 'INTERNAL'`);
    await publisher.publish(lease);
    await loadDocuments();
    expect(currentDocuments()?.documents.has(`/status/${incident.ref}`)).toBe(false);
    expect(await stat(join(dir, 'current', 'status', String(incident.ref))).catch(() => null)).toBeNull();
  });

  test('publishes a folder that is complete, with every variant', async () => {
    const { incident } = await publicIncidentRows();
    await new Publisher().publish(lease);
    const root = join(dir, 'current');
    const names = [
      'index.html',
      `status/${incident.ref}/index.html`,
      'history/index.html',
      '404.html',
      ...['summary', 'status', 'components', 'incidents', 'incidents/unresolved'].map(
        (name) => `api/v2/${name}.json`,
      ),
      'feed.atom',
      'feed.rss',
      'badge.svg',
      'status.css',
      'status.js',
    ];
    for (const name of names) {
      for (const variant of [name, `${name}.br`, `${name}.gz`]) {
        expect((await stat(join(root, variant))).size, variant).toBeGreaterThan(0);
      }
    }
    expect((await stat(join(root, 'fonts/atkinson-next.woff2'))).size).toBeGreaterThan(0);
    const page = await readFile(join(root, 'index.html'), 'utf8');
    expect(page).not.toContain('<form');
    expect(page).toContain(`href="${settings().url}/report"`);
    for (const [, link] of page.matchAll(/(?:href|src)="(\/[^"#?]*)/g)) {
      const file = join(root, link === '/' ? 'index.html' : String(link));
      expect((await stat(file)).isFile() || (await stat(join(file, 'index.html'))).isFile(), link).toBe(true);
    }
  });

  test('keeps one version besides the shown one and deletes no file that is not its own', async () => {
    await publicIncidentRows();
    const publisher = new Publisher();
    for (let count = 0; count < 4; count += 1) {
      await publisher.publish(lease);
      const versions = await readdir(join(dir, 'versions'));
      if (count === 0) await writeFile(join(dir, 'versions', String(versions[0]), 'mine.txt'), 'mine');
    }
    const versions = await readdir(join(dir, 'versions'));
    expect((await readdir(join(dir, 'manifests'))).length).toBe(2);
    const kept = await Promise.all(versions.map((name) => readdir(join(dir, 'versions', name))));
    expect(kept.filter((files) => files.includes('mine.txt'))).toEqual([['mine.txt']]);
  });

  test('lets a late holder of the lease change neither the table nor the folder', async () => {
    await publicIncidentRows({ title: 'Before' });
    const late = new Publisher();
    await late.publish(lease);
    await run(`update lease set expires_at = now() - interval '1 second'`);
    const next = await held('b');
    await run(`update incident set title = 'After'`);
    await new Publisher().publish(next);
    await expect(late.publish(lease)).rejects.toThrow('another holder');
    const documents = [...(currentDocuments()?.documents.values() ?? [])];
    await expect(
      publishFolder({ dir, fence: lease.fence, asOf: new Date().toISOString(), documents }),
    ).rejects.toThrow(FolderFencedError);
    await loadDocuments();
    expect(text('/')).toContain('After');
    expect(await readFile(join(dir, 'current', 'index.html'), 'utf8')).toContain('After');
  });

  test('makes pages of older incidents and months when they are asked for', async () => {
    const { incident } = await publicIncidentRows({
      title: 'Long ago',
      startedHours: 24 * 500,
      resolvedHours: 24 * 500 - 2,
      updates: ['It was the network.'],
    });
    const view = await loadPublicView(db());
    expect(view.past).toEqual([]);
    const page = await archivedDocument(`/status/${incident.ref}`);
    expect(page?.identity.toString()).toContain('It was the network.');
    const month = new Date(Date.now() - 24 * 500 * 3_600_000).toISOString().slice(0, 7);
    const history = await archivedDocument(`/history/${month}`);
    expect(history?.identity.toString()).toContain('Long ago');
    expect(await archivedDocument('/history/1999-01')).toBeNull();
    expect(await archivedDocument('/status/INC-999999')).toBeNull();
  });

  test('serves itself when no worker has published yet, and stores nothing', async () => {
    await publicIncidentRows({ title: 'First start' });
    expect(await loadDocuments()).toBe(true);
    expect(text('/')).toContain('First start');
    expect((await pool().query('select 1 from published_document')).rowCount).toBe(0);
  });

  test('says when it must publish: after an event that concerns the public, and after a minute', async () => {
    const publisher = new Publisher();
    expect(await publisher.isDue()).toBe(true);
    await publisher.publish(lease);
    expect(await publisher.isDue()).toBe(false);
    expect(await publisher.isDue(Date.now() + 60_000)).toBe(true);
  });

  test('shows an edit as an edit', async () => {
    const { incident } = await publicIncidentRows({ updates: [] });
    const id = await publicUpdate(incident, 'First words');
    await run(
      `insert into update_revision (update_id, number, body, reason) values ($1, 2, 'Better words', 'clearer')`,
      [id],
    );
    const view = await loadPublicView(db());
    expect(view.incidents[0]?.updates[0]).toMatchObject({ id, text: { plain: 'Better words' } });
    expect(view.incidents[0]?.updates[0]?.editedAt).not.toBeNull();
  });
});
