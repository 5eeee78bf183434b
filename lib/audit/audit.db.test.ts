import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listEvents } from '@/lib/audit/queries/list';
import { verifyChain } from '@/lib/audit/queries/verify';
import { pool } from '@/lib/database/db';
import { administer, testDatabase } from '@/lib/database/testing/database';
import { createKey } from '@/lib/members/commands/create-key';
import { setRole } from '@/lib/members/commands/set-role';
import { contextOf, person } from '@/lib/members/testing/people';
import { verifyAudit } from '@/lib/platform/audit/verify-audit';
import { cliContext } from '@/lib/platform/context';
import { newId } from '@/lib/platform/ids';
import { sequenceAll } from '@/lib/platform/testing/sequence';
import { anchorFile, anchorHead, readAnchors } from './anchor';

const { ownerUrl } = testDatabase();

let dataDir = '';
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'standby-anchor-'));
  process.env.STANDBY_DATA_DIR = dataDir;
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

const admin = contextOf(newId(), 'ADMIN');

async function keys(count: number): Promise<void> {
  for (let made = 0; made < count; made += 1)
    await createKey(cliContext(), { name: `Key ${made}`, role: 'USER' });
  await sequenceAll();
}

test('the log is read newest first, page by page, in sentences', async () => {
  const [hanna, tom] = [await person('ADMIN', 'Hanna'), await person('USER', 'Tom')];
  await keys(60);
  await setRole(hanna.ctx, { memberId: tom.id, role: 'RESPONDER', version: 1 });
  await sequenceAll();
  const first = await listEvents(admin, {});
  expect(first.events).toHaveLength(50);
  expect(first.events[0]).toMatchObject({
    actor: 'Hanna',
    what: 'Tom is responder now, was user',
    subjects: [{ kind: 'member', name: 'Tom' }],
  });
  expect(first.events[1]).toMatchObject({
    actor: 'Command line',
    subjects: [{ kind: 'key', name: 'Key 59' }],
  });
  const second = await listEvents(admin, { before: first.older ?? '' });
  const positions = [...first.events, ...second.events].map((event) => Number(event.position));
  expect(positions).toEqual([...positions].sort((a, b) => b - a));
  expect(new Set(positions).size).toBe(61);
  expect(second.older).toBeNull();
  const members = await listEvents(admin, { noun: 'member' });
  expect(members.events.every((event) => event.type.startsWith('member.'))).toBe(true);
});

test('the head is written down when it moved, and read back past a line cut off by a crash', async () => {
  await keys(2);
  expect(await anchorHead(dataDir)).toBe(true);
  expect(await anchorHead(dataDir)).toBe(false);
  await keys(1);
  expect(await anchorHead(dataDir)).toBe(true);
  await appendFile(anchorFile(dataDir), '{"at":"2026-01-01T00:00:00.000Z","posi');
  const anchors = await readAnchors(dataDir);
  expect(anchors).toHaveLength(2);
  expect(await verifyChain(admin, {})).toMatchObject({ ok: true, anchors: 2, faults: [] });
  expect(await readFile(anchorFile(dataDir), 'utf8')).not.toMatch(/member|key/);
});

test('a log that was shortened, with its chain left whole, is found by the written heads alone', async () => {
  await keys(3);
  const [{ position }] = (await pool().query('select max(position) as position from event_position')).rows;
  await anchorHead(dataDir);
  await administer(
    ownerUrl,
    `set session_replication_role = replica;
     with gone as (delete from event_position where position = ${position} returning event_id),
       subjects as (delete from event_subject using gone where event_subject.event_id = gone.event_id)
     delete from event using gone where id = event_id`,
  );
  expect((await verifyAudit()).ok).toBe(true);
  const verdict = await verifyChain(admin, {});
  expect(verdict.ok).toBe(false);
  expect(verdict.faults).toEqual([expect.stringContaining(`Position ${position}: written down outside`)]);
});
