import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { db, pool } from '@/lib/database/db';
import { migrate } from '@/lib/database/migrate';
import { startEmbedded } from '@/lib/database/postgres/embedded';
import { testDatabase } from '@/lib/database/testing/database';
import { scratch } from '@/lib/database/testing/scratch';
import { systemContext } from '@/lib/platform/context';
import { eventType, ref } from '@/lib/platform/events/event-type';
import { readEvents } from '@/lib/platform/events/read-events';
import { recordEvents } from '@/lib/platform/events/record-events';
import { sequenceBatch } from '@/lib/platform/events/sequencer';
import { newId } from '@/lib/platform/ids';
import { takeLease } from '@/lib/platform/jobs/lease';
import { sequenceAll } from '@/lib/platform/testing/sequence';
import { verifyAudit } from './verify-audit';

testDatabase();

const kept = eventType('test.kept', {
  data: { subjectId: ref('test'), number: z.number() },
  subjects: ['subjectId'],
  says: () => 'Done',
});

const tables = ['event', 'event_subject', 'event_position', 'event_inbox', 'consumer_cursor'];

async function record(from: number, count: number): Promise<void> {
  const drafts = Array.from({ length: count }, (_, i) => kept({ subjectId: newId(), number: from + i }));
  await db().$transaction((tx) => recordEvents(tx, systemContext('test'), new Date(), drafts));
}

/** What a dump does: the rows alone, nothing of the old cluster's transaction ids. */
async function copyRows(target: pg.Pool): Promise<void> {
  for (const table of tables) {
    const { rows } = await pool().query(`select coalesce(jsonb_agg(t), '[]') as rows from ${table} t`);
    await target.query(`insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1)`, [
      JSON.stringify(rows[0].rows),
    ]);
  }
}

test('restored into a new cluster, every event is visible, in order, and the log goes on', async () => {
  await record(0, 300);
  await sequenceAll();
  await record(300, 20);
  const dataDir = await mkdtemp(join(scratch(), 'standby-restore-'));
  const cluster = await startEmbedded({ dataDir, durable: false });
  await migrate(cluster.url);
  const target = new pg.Pool({ connectionString: cluster.url, max: 4 });
  // The cluster ends its connections as it stops; nobody waits for them then.
  target.on('error', () => {});
  try {
    await copyRows(target);
    expect((await readEvents(0n, 1000, target)).map((event) => event.data.number)).toEqual(
      Array.from({ length: 300 }, (_, i) => i),
    );
    const lease = await takeLease(target, 'sequencer', 'after-restore', 5);
    const client = await target.connect();
    if (!lease) throw new Error('The lease is held.');
    await sequenceBatch(client, lease);
    client.release();
    const numbers = (await readEvents(0n, 1000, target)).map((event) => event.data.number);
    expect(numbers).toEqual(Array.from({ length: 320 }, (_, i) => i));
    expect(await verifyAudit([], target)).toMatchObject({ ok: true, checked: 320 });
  } finally {
    await target.end();
    await cluster.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
});
