import type { Page } from '@playwright/test';
import { askApi, expect, signIn, test } from './fixtures';

interface Filed {
  ref: string;
  trackingPath: string;
}

async function post<T>(page: Page, path: string, data: object): Promise<T> {
  const headers = { 'idempotency-key': crypto.randomUUID(), origin: new URL(page.url()).origin };
  const response = await page.request.post(`/api/v1${path}`, { data, headers });
  expect(response.ok(), `${path}: ${await response.text()}`).toBe(true);
  return await response.json();
}

async function declare(desk: Page, title: string): Promise<void> {
  const services = await askApi<{ id: string; slug: string }[]>(desk, '/services');
  const search = services.find(({ slug }) => slug === 'search');
  await post(desk, '/incidents', {
    title,
    severity: 'TRIVIAL',
    visibility: 'INTERNAL',
    services: [{ serviceId: search?.id }],
  });
}

async function ask(desk: Page, ref: string, text: string): Promise<void> {
  const { version } = await askApi<{ version: number }>(desk, `/triage/reports/${ref}`);
  await post(desk, `/triage/reports/${ref}/ask`, { version, text });
}

const isLive = (page: Page) => expect(page.getByText('Live', { exact: true })).toBeVisible();

for (const [holder, hasWorkers, tabs] of [
  ['a worker', true, 10],
  ['one of them', false, 5],
] as const) {
  // A browser opens six connections over HTTP/1.1, and a stream holds one.
  test(`${tabs} tabs hear of everything by one stream, which ${holder} holds`, async ({ openBrowser }) => {
    const desk = await openBrowser({}, /401/);
    const context = desk.context();
    if (!hasWorkers) await context.addInitScript(() => Reflect.deleteProperty(window, 'SharedWorker'));
    const streaming = new Set<Page>();
    context.on('request', (request) => {
      if (request.url().includes('/api/v1/live/')) streaming.add(request.frame().page());
    });
    await signIn(desk, 'Farah');
    await desk.goto('/incidents');
    await isLive(desk);
    const file = (words: string) =>
      post<Filed>(desk, '/reports', { service: 'search', experience: 'SMALL', description: words });
    const [first, second] = [await file(`One of two, by ${holder}`), await file(`Two of two, by ${holder}`)];
    const open = async (path: string) => {
      const page = await context.newPage();
      await page.goto(path);
      await isLive(page);
      return page;
    };
    const [own, other] = [await open(first.trackingPath), await open(second.trackingPath)];
    const consoles = [desk];
    while (consoles.length < tabs - 2) consoles.push(await open('/incidents'));
    expect(streaming.size).toBe(hasWorkers ? 0 : 1);

    await test.step('each hears of what it shows, and of nothing else', async () => {
      const asked: string[] = [];
      other.on('request', (request) => asked.push(request.url()));
      await declare(desk, `Heard by all, by ${holder}`);
      await ask(desk, first.ref, 'Since when is that so?');
      for (const page of consoles)
        await expect(page.getByText(`Heard by all, by ${holder}`).first()).toBeVisible();
      await expect(own.getByText('Since when is that so?')).toBeVisible();
      expect(asked).toEqual([]);
    });

    await test.step('when the one that holds it closes, another one does, and nothing is missed', async () => {
      const [leader = desk] = streaming;
      await leader.close();
      const left = consoles.filter((page) => page !== leader);
      const [asking] = left as [Page];
      await declare(asking, `Heard still, by ${holder}`);
      for (const page of left)
        await expect(page.getByText(`Heard still, by ${holder}`).first()).toBeVisible();
      await ask(asking, second.ref, 'And for whom?');
      await expect(other.getByText('And for whom?')).toBeVisible();
    });

    await test.step('who signs out in one has signed out in all, and private links go on', async () => {
      const [leaving, ...rest] = consoles.filter((page) => !page.isClosed()) as [Page, ...Page[]];
      await leaving.getByRole('button', { name: /Farah/ }).click();
      await leaving.getByRole('menuitem', { name: 'Sign out' }).click();
      await expect(leaving).toHaveURL(/sign-in/);
      for (const page of rest) await expect(page.getByText('Signed out', { exact: true })).toBeVisible();
      await isLive(own);
    });
  });
}
