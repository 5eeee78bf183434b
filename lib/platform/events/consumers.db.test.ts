import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { databaseHealth, db } from '@/lib/database/db';
import { administer, lookOften, testDatabase } from '@/lib/database/testing/database';
import { systemContext } from '@/lib/platform/context';
import { AppError } from '@/lib/platform/errors';
import { newId } from '@/lib/platform/ids';
import { sequenceAll } from '@/lib/platform/testing/sequence';
import { until } from '@/lib/platform/testing/until';
import { type Consumer, consume, handleAgain } from './consumers';
import { eventType, ref } from './event-type';
import { recordEvents } from './record-events';

const database = testDatabase();
lookOften();

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

describe('an event whose own statement fails', () => {
  /** A consumer that notes what it handles, and meets a failure at one of them. */
  const failing = (name: string, fail: (tx: Parameters<Consumer['handle']>[0]) => Promise<unknown>) => {
    const handled: number[] = [];
    const consumer: Consumer = {
      name,
      fromNow: true,
      handle: async (tx, { data }) => {
        if (data.number === 1) await fail(tx);
        handled.push(data.number as number);
      },
    };
    return { consumer, handled };
  };

  const kept = async (consumer: string) =>
    (await db().consumerFailure.findMany({ where: { consumer } })).length;

  const raises = (state: string) => async (tx: Parameters<Consumer['handle']>[0]) =>
    await tx.$executeRawUnsafe(`do $$ begin raise 'refused' using errcode = '${state}'; end $$`);

  const states = ['57014', '53100', '53300', '57P01', '42P01', '25006', '40001', '55P03', 'XX000', '22003'];
  test.each([
    ...states.map((state) => [state, raises(state)]),
    [
      'a statement that takes too long',
      async (tx) => {
        await tx.$executeRaw`set local statement_timeout = 50`;
        await tx.$queryRaw`select pg_sleep(5)::text`;
      },
    ],
    ['a column that there is not', (tx) => tx.$queryRaw`select no_such_column from member`],
    ['a refusal for now', () => Promise.reject(new AppError('unavailable', 'Not now.'))],
  ] as [string, Parameters<typeof failing>[1]][])('stops no other: %s', async (what, fail) => {
    const { consumer, handled } = failing(`test ${what}`, fail);
    await consume(consumer);
    await make(0, 4);
    await consume(consumer);
    expect(handled.slice(-2)).toEqual([2, 3]);
    expect(await kept(consumer.name)).toBe(1);
    await until('the database to be well', () => databaseHealth().state === 'well');
  });

  test('stops no other when it cannot even be read', async () => {
    const { consumer, handled } = failing('test-unreadable', async () => {});
    await consume(consumer);
    const drafts = [0, 1, 2].map((number) => made({ subjectId: newId(), number }));
    Object.assign(drafts[1]?.data ?? {}, { number: 'one' });
    await db().$transaction((tx) => recordEvents(tx, systemContext('test'), new Date(), drafts));
    await sequenceAll();
    await consume(consumer);
    expect(handled).toEqual([0, 2]);
    expect(await kept(consumer.name)).toBe(1);
  });

  test('is tried again later, and then done once', async () => {
    let locked = true;
    const { consumer, handled } = failing('test-later', async (tx) => {
      if (locked) await raises('55P03')(tx);
    });
    await consume(consumer);
    await make(0, 3);
    await consume(consumer);
    await handleAgain(consumer);
    expect(await kept(consumer.name)).toBe(1);
    const where = { consumer: consumer.name };
    const anHourAgo = { failedAt: new Date(Date.now() - 3_600_000) };
    await db().consumerFailure.updateMany({ where, data: anHourAgo });
    await handleAgain(consumer);
    expect(await db().consumerFailure.findFirst({ where })).toMatchObject({ attempts: 2 });
    locked = false;
    await db().consumerFailure.updateMany({ where, data: anHourAgo });
    await Promise.all([handleAgain(consumer), handleAgain(consumer)]);
    expect(await kept(consumer.name)).toBe(0);
    expect(handled.filter((number) => number === 1)).toHaveLength(1);
  });

  test('waits while the database is in trouble, and nothing is passed over', async () => {
    const { consumer, handled } = failing('test-trouble', (tx) => tx.member.findFirst());
    await consume(consumer);
    await make(0, 3);
    await administer(database.ownerUrl, 'alter table member rename column name to called');
    await expect(consume(consumer)).rejects.toThrow();
    expect(handled.filter((number) => number === 2)).toEqual([]);
    await administer(database.ownerUrl, 'alter table member rename column called to name');
    await until('the database to be well', () => databaseHealth().state === 'well');
    await consume(consumer);
    expect(handled.slice(-3)).toEqual([0, 1, 2]);
    expect(await kept(consumer.name)).toBe(0);
  });
});
