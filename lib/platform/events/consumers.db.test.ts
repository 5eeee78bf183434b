import { expect, test } from 'vitest';
import { z } from 'zod';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { systemContext } from '@/lib/platform/context';
import { newId } from '@/lib/platform/ids';
import { sequenceAll } from '@/lib/platform/testing/sequence';
import { type Consumer, consume } from './consumers';
import { eventType, ref } from './event-type';
import { recordEvents } from './record-events';

testDatabase();

const made = eventType('test.made', {
  data: { subjectId: ref('test'), number: z.number() },
  subjects: ['subjectId'],
  says: () => 'Done',
});

async function make(from: number, to: number): Promise<void> {
  const drafts = Array.from({ length: to - from }, (_, i) => made({ subjectId: newId(), number: from + i }));
  await db().$transaction((tx) => recordEvents(tx, systemContext('test'), new Date(), drafts));
  await sequenceAll();
}

test('each event is handled once and in order, also by two processes at once', async () => {
  const seen: number[] = [];
  const consumer: Consumer = {
    name: 'test-order',
    handle: async (_tx, event) => void seen.push(event.data.number as number),
  };
  await make(0, 250);
  await Promise.all([consume(consumer), consume(consumer)]);
  await consume(consumer);
  expect(seen).toEqual(Array.from({ length: 250 }, (_, i) => i));
});

test('an event that cannot be handled is kept with its reason and the others go on', async () => {
  const seen: number[] = [];
  const consumer: Consumer = {
    name: 'test-poison',
    fromNow: true,
    handle: async (tx, event) => {
      const number = event.data.number as number;
      if (number === 1002) throw new Error('cannot be read');
      await tx.rateWindow.create({
        data: { bucket: `seen-${number}`, startsAt: new Date(), count: 1, expiresAt: new Date() },
      });
      seen.push(number);
    },
  };
  await consume(consumer);
  await make(1000, 1005);
  await consume(consumer);
  const kept = await db().consumerFailure.findMany({ where: { consumer: 'test-poison' } });
  expect(kept.map((failure) => failure.error)).toEqual(['cannot be read']);
  expect(await db().rateWindow.count({ where: { bucket: { startsWith: 'seen-' } } })).toBe(4);
  expect(seen.at(-1)).toBe(1004);
});
