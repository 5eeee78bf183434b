import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { db, pool } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { verifyAudit } from '@/lib/platform/audit/verify-audit';
import { command } from '@/lib/platform/command';
import { systemContext } from '@/lib/platform/context';
import { newId } from '@/lib/platform/ids';
import { permit, policy } from '@/lib/platform/policy';
import { until } from '@/lib/platform/testing/until';
import { eventType, ref } from './event-type';
import { readEvents } from './read-events';
import { startSequencer } from './sequencer';

const database = testDatabase();

const counted = eventType('test.counted', {
  data: { subjectId: ref('test'), number: z.number() },
  subjects: ['subjectId'],
  says: () => 'Done',
});
const rows = policy({ 'test.count': { yes: ['SYSTEM'] } });
const numbers = new Map<string, number>();

/** Locks one row per subject, as real commands do, and records how often it was counted. */
const count = command({
  input: z.object({ subjectId: z.uuid() }),
  answer: z.void(),
  load: async (tx, input) => {
    await tx.$queryRaw`select name from lease where name = ${input.subjectId} for update`;
    return input.subjectId;
  },
  allow: permit(rows, 'test.count'),
  run: async ({ subject, record }) => {
    const number = (numbers.get(subject) ?? 0) + 1;
    numbers.set(subject, number);
    record(counted({ subjectId: subject, number }));
  },
});

async function newSubject(): Promise<string> {
  const id = newId();
  await pool().query(`insert into lease (name, holder, fence, expires_at) values ($1, 'test', 1, now())`, [
    id,
  ]);
  return id;
}

async function emptied(): Promise<void> {
  await until('an empty inbox', async () => {
    const { rowCount } = await pool().query('select 1 from event_inbox limit 1');
    return rowCount === 0;
  });
}

async function assertOrdered(expected: number): Promise<void> {
  const { rows: positions } = await pool().query('select position from event_position order by position');
  expect(positions.map((row) => Number(row.position))).toEqual(
    Array.from({ length: expected }, (_, i) => i + 1),
  );
  const events = await readEvents(0n, expected + 1);
  const last = new Map<string, number>();
  for (const event of events) {
    const { subjectId, number } = event.data as { subjectId: string; number: number };
    expect(number).toBe((last.get(subjectId) ?? 0) + 1);
    last.set(subjectId, number);
  }
  expect(await db().event.count()).toBe(expected);
}

async function write(subjects: string[], writers: number, each: number): Promise<void> {
  await Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      for (let i = 0; i < each; i += 1) {
        const subjectId = subjects[(writer + i) % subjects.length] as string;
        await count(systemContext('test'), { subjectId });
      }
    }),
  );
}

function sequencerProcess(): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', 'lib/platform/testing/sequencer-process.ts'], {
    env: { ...process.env, DATABASE_URL: database.url },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

test('16 writers, two sequencers fighting, one of them killed: every event has one position, in order', async () => {
  const subjects = await Promise.all(Array.from({ length: 5 }, newSubject));
  const victim = sequencerProcess();
  await once(victim.stdout as NodeJS.ReadableStream, 'data');
  const writing = write(subjects, 16, 15);
  const rival = startSequencer('rival');
  await until('the first positions', () => db().eventPosition.findFirst());
  victim.kill('SIGKILL');
  await writing;
  await emptied();
  await rival.stop();
  await assertOrdered(16 * 15);
  const audit = await verifyAudit();
  expect(audit.faults).toEqual([]);
  expect(audit.checked).toBe(240);
});
