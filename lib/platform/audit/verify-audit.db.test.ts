import { expect, test } from 'vitest';
import { z } from 'zod';
import { db, pool } from '@/lib/database/db';
import { administer, testDatabase } from '@/lib/database/testing/database';
import { systemContext } from '@/lib/platform/context';
import { consume } from '@/lib/platform/events/consumers';
import { eventType, ref } from '@/lib/platform/events/event-type';
import { recordEvents } from '@/lib/platform/events/record-events';
import { newId } from '@/lib/platform/ids';
import { sequenceAll } from '@/lib/platform/testing/sequence';
import { verifyAudit } from './verify-audit';

const { ownerUrl } = testDatabase();

const noted = eventType('test.noted', {
  data: { subjectId: ref('test'), note: z.number() },
  subjects: ['subjectId'],
  says: () => 'Done',
});

async function record(count: number): Promise<void> {
  const subjectId = newId();
  for (let note = 0; note < count; note += 1) {
    await db().$transaction((tx) =>
      recordEvents(tx, systemContext('test'), new Date(), [noted({ subjectId, note })]),
    );
  }
  await sequenceAll();
}

/** As the owner of the database could: triggers off, the change, triggers on. */
const tampering = `${ownerUrl}?options=-c%20session_replication_role%3Dreplica`;
const tamper = (sql: string, values: unknown[] = []) => administer(tampering, sql, values);

async function eventAt(position: number): Promise<string> {
  const { rows } = await pool().query('select event_id from event_position where position = $1', [position]);
  return rows[0].event_id;
}

test('an untouched log is verified, and each kind of tampering is found at its place', async () => {
  await record(12);
  const before = await verifyAudit();
  expect(before).toMatchObject({ ok: true, checked: 12, faults: [] });

  await tamper(`update event set data = jsonb_set(data, '{note}', '99') where id = $1`, [await eventAt(3)]);
  expect((await verifyAudit()).faults).toEqual([
    'Position 3: the event is not the one that was recorded there.',
  ]);
  await tamper(`update event set data = jsonb_set(data, '{note}', '2') where id = $1`, [await eventAt(3)]);
  expect((await verifyAudit()).ok).toBe(true);

  await tamper('delete from event_subject where event_id = $1', [await eventAt(5)]);
  expect((await verifyAudit()).faults).toEqual([
    'Position 5: the event is not the one that was recorded there.',
  ]);

  const [seven, eight] = [await eventAt(7), await eventAt(8)];
  await tamper('delete from event_position where position in (7, 8)');
  expect((await verifyAudit()).faults).toContain('Positions 7 to 8 are missing.');
  await tamper('delete from event where id = any($1::uuid[])', [[seven, eight]]);
  expect((await verifyAudit()).faults.some((fault) => fault.startsWith('Positions 7 to 8'))).toBe(true);

  await tamper(
    `insert into event (id, type, v, data, actor_kind, occurred_at) values ($1, 'test.noted', 1, '{}', 'system', now())`,
    [newId()],
  );
  expect((await verifyAudit()).faults.some((fault) => fault.includes('has no position'))).toBe(true);

  const anchors = [{ position: 12n, hash: before.head.hash }];
  await tamper('delete from event_position where position = 12');
  expect((await verifyAudit(anchors)).faults).toContain(
    'Position 12: written down outside, but the log ends at 11.',
  );
});

test('newest events that were deleted show before their head is written down', async () => {
  await tamper(
    'delete from event_position; delete from event_inbox; delete from event_subject; delete from event',
  );
  await record(6);
  await consume({ name: 'reader', handle: async () => {} });
  expect(await verifyAudit()).toMatchObject({ ok: true, checked: 6 });

  const gone = [await eventAt(5), await eventAt(6)];
  await tamper('delete from event_position where event_id = any($1::uuid[])', [gone]);
  await tamper('delete from event_subject where event_id = any($1::uuid[])', [gone]);
  await tamper('delete from event where id = any($1::uuid[])', [gone]);
  expect((await verifyAudit()).faults).toEqual([
    'Position 6: the consumer “reader” has read it, but the log ends at 4.',
  ]);
  await tamper('update consumer_cursor set position = 4');

  const subjectId = newId();
  await db().$transaction((tx) =>
    recordEvents(tx, systemContext('test'), new Date(), [noted({ subjectId, note: 9 })]),
  );
  const { rows } = await pool().query('select event_id as id from event_inbox');
  await tamper('delete from event_subject where event_id = $1', [rows[0].id]);
  await tamper('delete from event where id = $1', [rows[0].id]);
  expect((await verifyAudit()).faults).toEqual([`Event ${rows[0].id} waits for a position and is missing.`]);
});
