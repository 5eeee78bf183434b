import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import type { SettingsView } from '@/lib/settings/queries/views';
import { e2eUrl } from '@/scripts/e2e/place';
import { askApi, expect, expectAccessible, phone, signIn, test } from './fixtures';

interface Shop {
  url: string;
  port: number;
  server: Server;
}

/** A small real shop with so many items; the first of them costs so much. */
async function startShop(count: number, price = 4.2): Promise<Shop> {
  let asked = 0;
  const server = createServer((request, response) => {
    asked += 1;
    response.setHeader('content-type', 'application/json');
    const items = Array.from({ length: count }, (_, id) => ({ id, price: id === 0 ? price : id }));
    const pages: Record<string, unknown> = {
      '/items': { items },
      '/items/0': items[0],
      '/health': { asked },
    };
    response.end(JSON.stringify(pages[request.url ?? ''] ?? {}));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, port, server };
}

/** Lets Standby call these shops besides where it may call already. */
async function allow(admin: Page, shops: Shop[]): Promise<void> {
  const { version, settings } = await askApi<SettingsView>(admin, '/settings');
  const entries = [...settings.outgoing.allow, ...shops.map(({ port }) => `127.0.0.1:${port}`)];
  const changed = await admin.request.patch('/api/v1/settings', {
    headers: { origin: e2eUrl },
    data: { version, reason: 'The shops of a test', outgoing: { allow: entries } },
  });
  expect(changed.ok(), await changed.text()).toBe(true);
}

async function addCase(page: Page, name: string, path: string): Promise<void> {
  await page.getByRole('button', { name: 'Add a case' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a case' });
  await dialog.getByLabel('What the client does').fill(name);
  await dialog.getByLabel('Path', { exact: true }).fill(path);
  await dialog.getByRole('button', { name: 'Add the case' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('link', { name }).first()).toBeVisible();
}

async function runAgainst(page: Page, address: string): Promise<void> {
  await page.getByRole('button', { name: 'Run against an address' }).click();
  const dialog = page.getByRole('dialog', { name: 'Run against an address' });
  await dialog.getByRole('textbox').fill(address);
  await dialog.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(dialog).toHaveCount(0);
}

test('a wrong copy is found in words, a right one passes, and a known difference is explained', async ({
  openBrowser,
}) => {
  const [healthy, right, wrong] = [await startShop(312), await startShop(312), await startShop(309, 4.5)];
  try {
    const hanna = await openBrowser();
    await signIn(hanna, 'Hanna');
    await allow(hanna, [healthy, right, wrong]);
    const priya = await openBrowser();
    await signIn(priya, 'Priya');
    await priya.goto('/services/file-store/suites');
    await expectAccessible(priya);
    await priya.getByRole('button', { name: 'New suite' }).click();
    await priya.getByRole('dialog').getByLabel('Name').fill('What customers do');
    await priya.getByRole('button', { name: 'Make the suite' }).click();
    await expect(priya.getByRole('heading', { level: 1, name: 'What customers do' })).toBeVisible();
    await expect(priya.getByText('No cases yet')).toBeVisible();
    await addCase(priya, 'Count all items', '/items');
    await addCase(priya, 'Price of the first item', '/items/0');
    await addCase(priya, 'Health', '/health');

    // What counts its own requests is never the same twice, and is found out at once.
    await priya.getByRole('button', { name: 'Record a new baseline' }).click();
    await priya.getByRole('dialog').getByLabel('Address').fill(healthy.url);
    await priya.getByRole('button', { name: 'Record', exact: true }).click();
    const volatile = priya.getByRole('dialog', { name: 'These change every time' });
    await expect(volatile.getByRole('checkbox', { name: 'asked' })).toBeChecked();
    await expectAccessible(priya);
    await volatile.getByRole('button', { name: 'Leave out what is ticked' }).click();
    await expect(volatile).toHaveCount(0);
    await expect(priya.getByText('Version 1')).toBeVisible();

    await runAgainst(priya, right.url);
    await expect(priya.getByRole('img', { name: 'All 3 cases match the baseline.' })).toBeVisible();

    await runAgainst(priya, wrong.url);
    await expect(priya.getByRole('img', { name: '2 of 3 cases differ from the baseline.' })).toBeVisible();
    const pane = priya.getByRole('region', { name: 'Case', exact: true });
    await expect(pane.getByText('Count of items: expected 312, got 309.')).toBeVisible();
    await expect(pane.getByText('items.length: 309')).toBeVisible();
    await expectAccessible(priya);
    await priya.keyboard.press('j');
    await expect(pane.getByText('price: expected 4.2, got 4.5.')).toBeVisible();

    for (const words of ['Prices rose this morning.', 'Three were sold out.']) {
      await pane.getByRole('button', { name: 'Explain, with a reason' }).click();
      await priya.getByLabel('Why it is as it should be').fill(words);
      await priya.getByRole('button', { name: 'Explain', exact: true }).click();
      await expect(pane.getByText(words)).toBeVisible();
      await expect(priya.getByLabel('Why it is as it should be')).toHaveCount(0);
      await priya.keyboard.press('k');
    }
    await expect(
      priya.getByRole('img', { name: '1 of 3 cases matches the baseline, 2 are explained.' }),
    ).toBeVisible();

    const tom = await openBrowser({ ...phone, colorScheme: 'dark' });
    await signIn(tom, 'Tom');
    await tom.goto('/services/file-store');
    await tom.getByRole('link', { name: 'What customers do' }).click();
    await expect(tom.getByText('Three were sold out.').first()).toBeVisible();
    await expectAccessible(tom);
  } finally {
    for (const { server } of [healthy, right, wrong]) server.close();
  }
});
