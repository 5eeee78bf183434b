import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { get, post, secrets, TestFleet, until } from '@/scripts/demo/fleet/testing/start-fleet';
import { listen } from './listen';
import { readText } from './plain-http';

let fleet: TestFleet;
beforeAll(async () => {
  fleet = await TestFleet.start();
});
afterAll(() => fleet.stop());

const front = (path: string) => get(fleet.address('live', 'front') + path);
const health = (shop: 'shop-1' | 'shop-2') => get(`${fleet.address('live', shop)}/health`);
async function pidOf(shop: string): Promise<number> {
  const line = (await fleet.ask({ do: 'status' })).find((one) => one.trim().startsWith(shop));
  const pid = Number(line?.match(/process (\d+)/)?.[1]);
  expect(pid).toBeGreaterThan(1);
  return pid;
}

test('an order taken at the front is at the secondary soon, which takes none itself', async () => {
  expect(await front('/items/7')).toMatchObject({ status: 200, servedBy: 'shop-1', body: { id: 7 } });
  const ordered = await post(`${fleet.address('live', 'front')}/orders`, { item: 7, quantity: 2 });
  expect(ordered.status).toBe(201);
  const order = `${fleet.address('live', 'shop-2')}/orders/${ordered.body.id}`;
  expect(
    (
      await until(
        () => get(order),
        ({ status }) => status === 200,
      )
    ).body,
  ).toEqual(ordered.body);
  expect(await post(`${fleet.address('live', 'shop-2')}/orders`, { item: 7 })).toMatchObject({ status: 409 });
  expect((await health('shop-2')).body).toMatchObject({ role: 'secondary', lagSeconds: expect.any(Number) });
});

test('a trial order is taken as any other, and leaves none', async () => {
  const orders = `${fleet.address('live', 'front')}/orders`;
  const before = await front('/orders/summary');
  const trial = await post(orders, { item: 7, quantity: 2, trial: true });
  expect(trial).toMatchObject({ status: 201, body: { item: 7, quantity: 2, cancelled: true } });
  expect((await post(orders, { item: 7, quantity: 2, trial: true })).body).toEqual(trial.body);
  expect(await front('/orders/summary')).toEqual(before);
  expect(await post(`${fleet.address('live', 'shop-2')}/orders`, { item: 7, trial: true })).toMatchObject({
    status: 409,
  });
});

test('each way to break the primary looks different from outside, and mending undoes it', async () => {
  const good = await front('/items/3');
  const primary = await pidOf('shop-1');

  await fleet.ask({ do: 'break', what: 'primary', how: 'wrong' });
  expect(await front('/health')).toMatchObject({ status: 200, body: { status: 'ok' } });
  const wrong = await front('/items/3');
  expect(wrong.status).toBe(200);
  expect(wrong.body).not.toEqual(good.body);
  await fleet.ask({ do: 'mend' });
  expect(await front('/items/3')).toEqual(good);

  await fleet.ask({ do: 'break', what: 'primary', how: 'disk' });
  expect(await front('/health')).toMatchObject({
    status: 503,
    body: { status: 'disk full', disk: { freePercent: 0 } },
  });
  expect(await front('/items/3')).toEqual(good);
  expect(await post(`${fleet.address('live', 'front')}/orders`, { item: 3 })).toMatchObject({ status: 507 });
  await fleet.ask({ do: 'mend' });

  await fleet.ask({ do: 'break', what: 'primary', how: 'slow' });
  const slow = fetch(`${fleet.address('live', 'front')}/items/3`, { signal: AbortSignal.timeout(1_500) });
  await expect(slow).rejects.toMatchObject({ name: 'TimeoutError' });
  expect(await front('/items/3')).toEqual(good);
  await fleet.ask({ do: 'mend' });

  await fleet.ask({ do: 'break', what: 'primary', how: 'down' });
  await expect(health('shop-1')).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
  expect(() => process.kill(primary, 0)).toThrow();
  expect(await front('/items/3')).toMatchObject({ status: 502, servedBy: 'shop-1' });
  const { lagSeconds } = (await health('shop-2')).body as { lagSeconds: number };
  expect(lagSeconds).toBeLessThan(60);
  await fleet.ask({ do: 'mend' });
  expect(await front('/items/3')).toEqual(good);
});

test('a shop that is killed from outside comes back with its data', async () => {
  const before = await front('/orders/summary');
  process.kill(await pidOf('shop-1'), 'SIGKILL');
  const after = await until(
    () => front('/orders/summary'),
    ({ status }) => status === 200,
  );
  expect(after.body).toEqual(before.body);
});

describe('the automation', () => {
  const step = (action: string, input: unknown, run = 'FO-1') => fleet.step('drill', run, action, input);
  const rehearsal = (path: string) => get(fleet.address('drill', 'front') + path);

  test('does nothing for whoever does not have the secret of the address', async () => {
    const refused = await fleet.step(
      'live',
      'FO-1',
      'front.switch',
      { to: 'shop-2' },
      { secret: secrets.drill },
    );
    expect(refused.status).toBe(401);
    expect((await front('/health')).servedBy).toBe('shop-1');
    const swapped = await post(`http://127.0.0.1:${fleet.file.ports.automation}/live`, '{}');
    expect(swapped.status).toBe(401);
  });

  test('fails over for real in the rehearsal, and users notice nothing', async () => {
    expect((await step('shop.fence', { name: 'shop-1' })).body).toMatchObject({ state: 'done' });
    expect(await rehearsal('/items/1')).toMatchObject({ status: 503, servedBy: 'shop-1' });
    expect((await step('shop.promote', { name: 'shop-2' })).body).toMatchObject({ state: 'done' });
    expect((await step('front.switch', { to: 'shop-2' })).body).toMatchObject({ state: 'done' });
    expect(await rehearsal('/items/1')).toMatchObject({ status: 200, servedBy: 'shop-2' });
    expect((await front('/health')).servedBy).toBe('shop-1');

    // Another run begins from the same place; a failback from where a failover ends.
    await step('shop.fence', { name: 'shop-3' }, 'SO-1');
    expect(await rehearsal('/items/1')).toMatchObject({ status: 200, servedBy: 'shop-1' });
    await step('shop.follow', { name: 'shop-1', of: 'serving' }, 'FB-1');
    expect(await rehearsal('/items/1')).toMatchObject({ status: 200, servedBy: 'shop-2' });
  });

  test('does the same id once and answers the same, also after it was killed', async () => {
    const once = { id: 'attempt-once' };
    const first = await fleet.step('drill', 'FO-2', 'front.switch', { to: 'shop-2' }, once);
    await fleet.step('drill', 'FO-2', 'front.switch', { to: 'shop-1' });
    expect((await fleet.step('drill', 'FO-2', 'front.switch', { to: 'shop-2' }, once)).body).toEqual(
      first.body,
    );
    expect((await rehearsal('/health')).servedBy).toBe('shop-1');
    const pid = await pidOf('shop-1');
    const { ports } = fleet.file;
    await fleet.killAndRestart();
    // The old shops let go of their ports, because they ended with their keeper.
    expect(await pidOf('shop-1')).not.toBe(pid);
    expect(fleet.file.ports).toEqual(ports);
    expect((await fleet.step('drill', 'FO-2', 'front.switch', { to: 'shop-2' }, once)).body).toEqual(
      first.body,
    );
    expect((await rehearsal('/health')).servedBy).toBe('shop-1');
  });

  test('builds a shop from nothing and a snapshot, and says so by call-back', async () => {
    const calls: { headers: Record<string, string>; text: string }[] = [];
    const receiver = await listen(
      createServer(async (request, response) => {
        calls.push({ headers: request.headers as Record<string, string>, text: await readText(request) });
        response.end();
      }),
      0,
    );
    const address = receiver.address();
    const callback = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/x`;
    const { body: taken } = await post(`${fleet.store}/snapshots`, {});
    const started = await step('shop.start', { name: 'shop-3' }, 'DR-1');
    expect(started.body).toMatchObject({ state: 'done' });
    expect(await get(`${fleet.address('drill', 'shop-3')}/items/1`)).toMatchObject({ status: 503 });
    const load = { name: 'shop-3', snapshot: taken.id, checksum: taken.checksum };
    const accepted = await fleet.step('drill', 'DR-1', 'shop.load', load, { callback });
    expect(accepted).toMatchObject({ status: 202, body: { state: 'accepted' } });
    const [call] = await until(
      async () => calls,
      ({ length }) => length > 0,
    );
    new Webhook(secrets.drill).verify(call?.text ?? '', call?.headers ?? {});
    expect(JSON.parse(call?.text ?? '')).toMatchObject({
      state: 'done',
      output: { checksum: taken.checksum },
    });
    expect(await get(`${fleet.address('drill', 'shop-3')}/items/1`)).toMatchObject({ status: 200 });
    receiver.close();
  });

  test('loads nothing that is damaged or gone, and takes nothing from under its users', async () => {
    const { body: taken } = await post(`${fleet.store}/snapshots`, {});
    const file = join(fleet.folder, 'store', `${taken.id}.ndjson`);
    writeFileSync(file, readFileSync(file, 'utf8').replace('Oak', 'Elm'));
    await step('shop.start', { name: 'shop-3' }, 'DR-2');
    const damaged = await step('shop.load', { name: 'shop-3', snapshot: taken.id }, 'DR-2');
    expect(damaged.body).toMatchObject({
      state: 'failed',
      sentence: expect.stringContaining('Nothing was loaded'),
    });
    rmSync(file);
    const gone = await step('shop.load', { name: 'shop-3', snapshot: taken.id }, 'DR-2');
    expect(gone.body).toMatchObject({ state: 'failed', sentence: expect.stringContaining('404') });
    expect((await step('shop.takeDown', { name: 'shop-1' }, 'DR-2')).body).toMatchObject({ state: 'failed' });
    expect((await step('shop.explode', {}, 'DR-2')).body).toMatchObject({ state: 'failed' });
  });
});

test('the store keeps real copies, each with its checksum', async () => {
  const { body } = await get(`${fleet.store}/snapshots`);
  const [first] = body.snapshots as { id: string; checksum: string }[];
  const answer = await fetch(`${fleet.store}/snapshots/${first?.id}`);
  const sum = createHash('sha256')
    .update(Buffer.from(await answer.arrayBuffer()))
    .digest('hex');
  expect(first?.checksum).toBe(`sha256:${sum}`);
});
