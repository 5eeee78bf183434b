import { afterEach, describe, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { cliContext } from '@/lib/platform/context';
import { replaySuite } from '@/lib/suites/replaying/replay-suite';
import { recordBaseline } from './commands/record-baseline';
import { readReplay } from './queries/replay';
import { readResult } from './queries/result';
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

const items = (count: number) => Array.from({ length: count }, (_, id) => ({ id, price: id + 0.5 }));
const shop = (count: number) =>
  jsonHandler({ '/items': { items: items(count) }, '/health': { status: 'up' } });

describe('right and wrong copies', () => {
  test('a right copy passes, a wrong one differs in words, and each case keeps what it got', async () => {
    const [healthy, right, wrong] = [
      await target(shop(312)),
      await target(shop(312)),
      await target(shop(309)),
    ];
    await allowTargets(healthy, right, wrong);
    const { suiteId, caseIds } = await suiteWith(get('/items'), get('/health'));
    const recorded = await recordBaseline(ctx, { suiteId, address: healthy.url });
    expect(recorded).toMatchObject({ number: 1, cases: 2, volatile: [] });

    expect(await replaySuite({ suiteId, address: right.url })).toMatchObject({
      state: 'PASSED',
      total: 2,
      matched: 2,
      sentence: 'All 2 cases match the baseline.',
    });
    const red = await replaySuite({ suiteId, address: wrong.url });
    expect(red).toMatchObject({ state: 'FAILED', matched: 1, differed: 1 });
    expect(red.sentence).toBe('1 of 2 cases differs from the baseline.');
    const replay = await readReplay(ctx, { suiteId, replayId: red.suiteRunId });
    expect(replay.results.map(({ outcome, sentence }) => [outcome, sentence])).toEqual([
      ['DIFFER', 'Count of items: expected 312, got 309.'],
      ['MATCH', 'As in the baseline.'],
    ]);
    const [caseId = ''] = caseIds;
    const result = await readResult(ctx, { suiteId, replayId: red.suiteRunId, caseId });
    expect(result.differences).toMatchObject([{ path: 'items.length', expected: '312', actual: '309' }]);
    expect(result.history.map(({ outcome }) => outcome)).toEqual(['MATCH', 'DIFFER']);
  });

  test('a copy that takes no writes before it leads is asked what reads only', async () => {
    const [healthy, copy] = [await target(shop(3)), await target(shop(3))];
    await allowTargets(healthy, copy);
    const request = { kind: 'HTTP', method: 'POST', path: '/items', body: '{}' } as const;
    const { suiteId } = await suiteWith(get('/items'), { name: 'An order', request });
    await recordBaseline(ctx, { suiteId, address: healthy.url });
    expect(await replaySuite({ suiteId, address: copy.url, reads: true })).toMatchObject({ total: 1 });
    expect(copy.asked).toEqual(['GET /items']);
    expect(await replaySuite({ suiteId, address: copy.url })).toMatchObject({ total: 2 });
  });

  test('200 cases, each asked once of either side', async () => {
    const pages = Object.fromEntries(Array.from({ length: 200 }, (_, n) => [`/items/${n}`, { id: n }]));
    const [healthy, copy] = [
      await target(jsonHandler(pages)),
      await target(jsonHandler({ ...pages, '/items/7': { id: 8 } })),
    ];
    await allowTargets(healthy, copy);
    const { suiteId } = await suiteWith(...Object.keys(pages).map(get));
    await recordBaseline(ctx, { suiteId, address: healthy.url });
    const result = await replaySuite({ suiteId, address: copy.url });
    expect(result).toMatchObject({ state: 'FAILED', total: 200, matched: 199, differed: 1 });
    expect(new Set(copy.asked).size).toBe(200);
    expect(copy.asked).toHaveLength(200);
  });
});

describe('a target that does not play by the rules', () => {
  async function outcomeAgainst(bad: Target, timeoutMs = 10_000) {
    const healthy = await target(shop(3));
    await allowTargets(healthy, bad);
    const { suiteId } = await suiteWith({ ...get('/items'), timeoutMs }, get('/health'));
    await recordBaseline(ctx, { suiteId, address: healthy.url });
    const { suiteRunId, ...result } = await replaySuite({ suiteId, address: bad.url });
    const { results } = await readReplay(ctx, { suiteId, replayId: suiteRunId });
    expect(result).toMatchObject({ state: 'FAILED', matched: 1, differed: 1 });
    return results[0];
  }
  const bad = (spoil: Parameters<typeof startTarget>[0]) =>
    target((request, response) => {
      if (request.url === '/items') spoil(request, response);
      else shop(3)(request, response);
    });

  test('sends 1 GB: reading stops early, and it is an answer that cannot be compared', async () => {
    let sent = 0;
    const flood = await bad((_, response) => {
      const chunk = Buffer.alloc(1024 * 1024, 'x');
      const more = (): void => {
        while (sent < 1024 && !response.destroyed) {
          sent += 1;
          if (!response.write(chunk)) return void response.once('drain', more);
        }
      };
      response.writeHead(200, { 'content-type': 'application/json' });
      more();
    });
    expect(await outcomeAgainst(flood)).toMatchObject({
      outcome: 'ERROR',
      sentence: 'It answered 200 with more than 8 MB; the rest was not read.',
    });
    expect(sent).toBeLessThan(200);
  });

  test('never ends: the case ends by its own time', async () => {
    const drip = await bad((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('[');
    });
    expect(await outcomeAgainst(drip, 300)).toMatchObject({ outcome: 'ERROR' });
  });

  test('closes the connection, in the middle or at once', async () => {
    const cut = await bad((_, response) => {
      response.writeHead(200, { 'content-length': '100', 'content-type': 'application/json' });
      response.write('[1', () => response.destroy());
    });
    expect(await outcomeAgainst(cut)).toMatchObject({
      outcome: 'ERROR',
      sentence: expect.stringMatching(/\.$/),
    });
    const shut = await bad((request) => request.socket.destroy());
    expect(await outcomeAgainst(shut)).toMatchObject({ outcome: 'ERROR' });
  });

  test('sends what a database refuses: NUL, broken characters, a body of other bytes', async () => {
    const odd = await bad((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'x-odd': '\u00e9' });
      response.end('{"items":"a\\u0000b\\ud800","more":"\u0000"}');
    });
    expect(await outcomeAgainst(odd)).toMatchObject({ outcome: 'DIFFER' });
  });
});

describe('where Standby does not go', () => {
  test('an address that is not allowed gives no answer, also by redirect', async () => {
    const [healthy, hidden] = [await target(shop(3)), await target(shop(3))];
    const leads = await target((_, response) => {
      response.writeHead(302, { location: `${hidden.url}/items` }).end();
    });
    await allowTargets(healthy, leads);
    const request = { kind: 'HTTP' as const, path: '/items', redirects: 2 };
    const { suiteId } = await suiteWith({ name: 'Items', request });
    await recordBaseline(ctx, { suiteId, address: healthy.url });
    for (const { url } of [hidden, leads]) {
      const { suiteRunId, state } = await replaySuite({ suiteId, address: url });
      expect(state).toBe('FAILED');
      const { results } = await readReplay(ctx, { suiteId, replayId: suiteRunId });
      expect(results).toMatchObject([
        { outcome: 'ERROR', sentence: expect.stringMatching(/Standby (did|does) not call/) },
      ]);
    }
    const metadata = await replaySuite({ suiteId, address: 'http://169.254.169.254' });
    expect(metadata).toMatchObject({ state: 'FAILED', differed: 1 });
    expect(hidden.asked).toEqual([]);
  });

  test.each([
    'ftp://shop.example.org',
    'shop.example.org',
    'http://me:secret@shop.example.org',
    'http://a/?b',
  ])('%s is no address to replay against', async (address) => {
    const { suiteId } = await suiteWith(get('/items'));
    await expect(replaySuite({ suiteId, address })).rejects.toMatchObject({ code: 'invalid' });
    expect(await db().suiteRun.count({ where: { suiteId } })).toBe(0);
  });
});

test('a front that answers 500 to every POST passes cases that read, and not one that writes', async () => {
  const read = { '/items': { items: items(3) } };
  const [healthy, broken] = [
    await target(jsonHandler({ ...read, '/orders': { placed: true } })),
    await target((request, response) => {
      if (request.method === 'GET') return jsonHandler(read)(request, response);
      response.writeHead(500).end();
    }),
  ];
  await allowTargets(healthy, broken);
  const order = { kind: 'HTTP', method: 'POST', path: '/orders', body: '{"item":1}' } as const;
  const [reads, both] = [
    await suiteWith(get('/items')),
    await suiteWith(get('/items'), { name: 'Order', request: order }),
  ];
  const against = async ({ suiteId }: { suiteId: string }) => {
    await recordBaseline(ctx, { suiteId, address: healthy.url });
    return await replaySuite({ suiteId, address: broken.url });
  };
  expect(await against(reads)).toMatchObject({ state: 'PASSED' });
  expect(await against(both)).toMatchObject({ state: 'FAILED', matched: 1, differed: 1 });
});
