import { afterEach, describe, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { contextOf, person } from '@/lib/members/testing/people';
import { cliContext } from '@/lib/platform/context';
import { newId } from '@/lib/platform/ids';
import { recordedAbout } from '@/lib/platform/testing/subject-events';
import { replaySuite } from '@/lib/suites/replaying/replay-suite';
import { addCase } from './commands/add-case';
import { archiveSuite } from './commands/archive';
import { createSuite } from './commands/create';
import { editSuite } from './commands/edit';
import { editCase } from './commands/edit-case';
import { ignoreVolatile } from './commands/ignore-volatile';
import { orderCases } from './commands/order-cases';
import { recordBaseline } from './commands/record-baseline';
import { removeCase } from './commands/remove-case';
import { listSuites } from './queries/list';
import { readSuite } from './queries/read';
import { get, suiteWith } from './testing/shop-suite';
import { allowTargets, jsonHandler, startTarget, type Target } from './testing/target';

testDatabase();

const ctx = cliContext();
const open: Target[] = [];

async function target(...handler: Parameters<typeof startTarget>): Promise<Target> {
  const started = await startTarget(...handler);
  open.push(started);
  return started;
}

afterEach(async () => {
  for (const started of open.splice(0)) await started.stop();
});

describe('a suite and its cases', () => {
  test('cases are added, edited, put in order and removed; the first to save wins', async () => {
    const { suiteId, caseIds } = await suiteWith(get('/a'), get('/b'), get('/c'));
    const [a = '', b = '', c = ''] = caseIds;
    await orderCases(ctx, { suiteId, caseIds: [c, a, b] });
    const edit = (name: string) =>
      editCase(ctx, { suiteId, caseId: a, version: 1, name, request: { kind: 'TCP', port: 443 } });
    const results = await Promise.allSettled([edit('First'), edit('Second')]);
    const [refused] = results.filter((result) => result.status === 'rejected');
    expect(refused?.reason).toMatchObject({ code: 'conflict' });
    await removeCase(ctx, { suiteId, caseId: b, version: 1 });
    const suite = await readSuite(ctx, { suiteId });
    expect(suite.caseList.map(({ number, asks, compares }) => [number, asks, compares])).toEqual([
      [1, 'GET /c', 'status, 1 header, JSON'],
      [2, 'TCP to port 443', 'that it answers'],
    ]);
    await expect(orderCases(ctx, { suiteId, caseIds: [c, a, b] })).rejects.toMatchObject({
      code: 'conflict',
    });
    expect(await recordedAbout('suite', suiteId)).toEqual([
      'suite.created',
      ...['suite.caseChanged', 'suite.caseChanged', 'suite.caseChanged'],
      'suite.casesOrdered',
      ...['suite.caseChanged', 'suite.caseChanged'],
    ]);
  });

  test('it is renamed, archived and brought back; archived, nothing is done with it', async () => {
    const { suiteId, serviceId } = await suiteWith(get('/a'));
    await editSuite(ctx, { suiteId, version: 1, name: 'Readers' });
    await archiveSuite(ctx, { suiteId, version: 2 });
    await expect(addCase(ctx, { suiteId, ...get('/b') })).rejects.toMatchObject({ code: 'precondition' });
    await expect(replaySuite({ suiteId, address: 'http://127.0.0.1:9' })).rejects.toMatchObject({
      code: 'precondition',
    });
    await expect(createSuite(ctx, { serviceId, name: 'Readers' })).rejects.toMatchObject({
      code: 'invalid',
      fields: { name: [expect.stringContaining('Another suite')] },
    });
    expect(await listSuites(ctx, {})).toHaveLength(1);
    await archiveSuite(ctx, { suiteId, version: 3, archived: false });
    expect((await listSuites(ctx, {})).map(({ name }) => name)).toContain('Readers');
  });

  test('what cannot be asked is refused by its field', async () => {
    const { suiteId } = await suiteWith();
    const add = (request: unknown, more: object = {}) =>
      addCase(ctx, { suiteId, name: 'X', request, ...more } as never);
    for (const path of ['items', '//other.example.org', '']) {
      await expect(add({ kind: 'HTTP', path })).rejects.toMatchObject({
        code: 'invalid',
        fields: { 'request.path': [expect.stringContaining('slash')] },
      });
    }
    await expect(add({ kind: 'TCP', port: 70_000 })).rejects.toMatchObject({ code: 'invalid' });
    const otherKind = { comparison: { kind: 'TCP' } };
    await expect(add({ kind: 'HTTP', path: '/' }, otherKind)).rejects.toMatchObject({
      fields: { comparison: [expect.stringContaining('another kind')] },
    });
  });

  test('a case that is to be compared as cases are compared at first stays as it was made', async () => {
    const { suiteId, caseIds } = await suiteWith(get('/a'));
    const [caseId = ''] = caseIds;
    const saved = await editCase(ctx, { suiteId, caseId, version: 1, comparison: null });
    expect(saved).toEqual({ id: caseId, version: 1 });
    expect(await recordedAbout('suite', suiteId)).toEqual(['suite.created', 'suite.caseChanged']);
  });
});

describe('a baseline', () => {
  test('is refused when a case gives nothing to build on, says which, and keeps nothing', async () => {
    const shop = await target((request, response) => {
      if (request.url === '/text') response.end('hello');
      else jsonHandler({ '/items': [] })(request, response);
    });
    await allowTargets(shop);
    const { suiteId } = await suiteWith(get('/items'), get('/text'));
    const none = await suiteWith();
    await expect(recordBaseline(ctx, { suiteId: none.suiteId, address: shop.url })).rejects.toMatchObject({
      message: 'This suite has no cases yet. Add one first.',
    });
    await expect(recordBaseline(ctx, { suiteId, address: shop.url })).rejects.toMatchObject({
      code: 'precondition',
      message:
        '“Look at /text” gives nothing to build on: its body is no JSON. Compare it in another way. Nothing was kept.',
    });
    await shop.stop();
    await expect(recordBaseline(ctx, { suiteId, address: shop.url })).rejects.toMatchObject({
      code: 'precondition',
      message: expect.stringContaining('Nothing was kept.'),
    });
    await expect(replaySuite({ suiteId, address: shop.url })).rejects.toMatchObject({
      message: 'This suite has no baseline yet. Record one from the healthy service first.',
    });
    expect(await db().baseline.count({ where: { suiteId } })).toBe(0);
  });

  test('proposes to leave out what changed between two answers, and then its own service passes', async () => {
    let asked = 0;
    const shop = await target((_, response) => {
      asked += 1;
      response.setHeader('content-type', 'application/json');
      response.end(
        JSON.stringify({
          asOf: asked,
          items: [
            { id: 1, seen: asked },
            { id: 2, seen: asked },
          ],
        }),
      );
    });
    await allowTargets(shop);
    const { suiteId, caseIds } = await suiteWith(get('/items'));
    const { volatile } = await recordBaseline(ctx, { suiteId, address: shop.url });
    expect(volatile).toMatchObject([
      { name: 'Look at /items', headers: [], paths: ['asOf', 'items[*].seen'] },
    ]);
    expect(await replaySuite({ suiteId, address: shop.url })).toMatchObject({ state: 'FAILED' });
    const [caseId = ''] = caseIds;
    await ignoreVolatile(ctx, { suiteId, cases: [{ caseId, paths: volatile[0]?.paths ?? [] }] });
    const told = { kind: 'case', subjectId: caseId, version: 2 };
    expect(await db().eventSubject.count({ where: told })).toBe(1);
    expect(await replaySuite({ suiteId, address: shop.url })).toMatchObject({ state: 'PASSED' });
  });

  test('is a version: a case that was changed or added since says so, and waits for the next one', async () => {
    const shop = await target(jsonHandler({ '/a': 1, '/b': 2, '/c': 3 }));
    await allowTargets(shop);
    const { suiteId, caseIds } = await suiteWith(get('/a'), get('/b'));
    await recordBaseline(ctx, { suiteId, address: shop.url });
    await editCase(ctx, { suiteId, caseId: caseIds[0] ?? '', version: 1, ...get('/c') });
    await addCase(ctx, { suiteId, ...get('/c') });
    const { caseList } = await readSuite(ctx, { suiteId });
    expect(caseList.map(({ baseline }) => baseline)).toEqual(['CHANGED', 'CURRENT', 'NONE']);
    expect(await replaySuite({ suiteId, address: shop.url })).toMatchObject({ total: 2, state: 'PASSED' });
    expect(await recordBaseline(ctx, { suiteId, address: shop.url })).toMatchObject({ number: 2, cases: 3 });
    expect(await replaySuite({ suiteId, address: shop.url })).toMatchObject({ total: 3, state: 'PASSED' });
  });
});

describe('who may', () => {
  test('a developer works on the suites of their own services only', async () => {
    const { suiteId, serviceId } = await suiteWith(get('/a'));
    const ana = await person('DEVELOPER');
    const other = contextOf(newId(), 'DEVELOPER');
    await expect(addCase(ana.ctx, { suiteId, ...get('/b') })).rejects.toMatchObject({ code: 'forbidden' });
    await db().service.update({ where: { id: serviceId }, data: { ownerId: ana.id } });
    await addCase(ana.ctx, { suiteId, ...get('/b') });
    await expect(addCase(other, { suiteId, ...get('/c') })).rejects.toMatchObject({ code: 'forbidden' });
    const recorded = recordBaseline(other, { suiteId, address: 'http://127.0.0.1:9' });
    await expect(recorded).rejects.toMatchObject({ code: 'forbidden' });
    expect((await readSuite(ana.ctx, { suiteId })).acts).toEqual([
      'suite.edit',
      'suite.archive',
      'suite.record',
      'suite.replay',
      'suite.stopReplay',
    ]);
    expect((await readSuite(other, { suiteId })).acts).toEqual([]);
  });
});
