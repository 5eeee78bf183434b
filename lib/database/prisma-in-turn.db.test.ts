import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterEach, expect, test, vi } from 'vitest';
import { testDatabase } from '@/lib/database/testing/database';
import { db } from './db';

testDatabase();

afterEach(() => void vi.restoreAllMocks());

test('the relations of a row that Prisma asks for at once reach the connection one after another', async () => {
  const early: unknown[] = [];
  const query = pg.Client.prototype.query as (...given: unknown[]) => unknown;
  vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (this: object, ...given: unknown[]) {
    if ((this as { _activeQuery: object | null })._activeQuery) early.push(given[0]);
    return query.apply(this, given);
  });
  const service = await db().$transaction((tx) =>
    tx.service.create({
      data: { id: randomUUID(), slug: 'shop', name: 'Shop' },
      select: { name: true, checks: true, servers: true, datasets: true, plans: true, suites: true },
    }),
  );
  expect(service).toEqual({
    name: 'Shop',
    checks: [],
    servers: [],
    datasets: [],
    plans: [],
    suites: [],
  });
  expect(early).toEqual([]);
});

test('a statement that fails undoes the transaction, and the connection is used again', async () => {
  const outcome = db().$transaction(async (tx) => {
    await tx.team.create({ data: { id: randomUUID(), name: 'Storage' } });
    await tx.$queryRaw`select 1 / 0`;
  });
  await expect(outcome).rejects.toThrow('division by zero');
  expect(await db().$transaction((tx) => tx.team.count())).toBe(0);
});
