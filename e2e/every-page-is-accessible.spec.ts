import type { BrowserContextOptions } from '@playwright/test';
import { expect, expectAccessible, phone, signIn, test } from './fixtures';
import { expectNarrow, expectWholeHeader, namesOnShow } from './narrow';

const looks: [string, BrowserContextOptions][] = [
  ['light', { colorScheme: 'light' }],
  ['dark, by phone', { ...phone, colorScheme: 'dark' }],
];

const forEverybody = ['/', '/history', '/status/INC-2041', '/report', '/track', '/sign-in', '/password'];

const forManagers = [
  '/home',
  '/triage',
  '/incidents',
  '/incidents?scope=all',
  '/incidents/new',
  '/incidents/INC-2041',
  '/incidents/INC-2041/reports',
  '/incidents/INC-2041/resources',
  '/resources',
  '/resources?view=list',
  '/services',
  '/services/new',
  '/services/case-records',
  '/services/case-records/edit',
  '/services/case-records/suites',
  '/services/case-records/plans',
  '/outbox',
  '/people',
  '/settings',
  '/settings/clocks',
  '/account',
];

const forAdmins = ['/settings/keys', '/audit'];

for (const [look, options] of looks) {
  test(`the public pages, ${look}`, async ({ openBrowser }) => {
    const page = await openBrowser(options);
    const names = await namesOnShow(page);
    for (const path of forEverybody) {
      const response = await page.goto(path);
      expect(response?.status(), path).toBe(200);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectAccessible(page);
      if (options.viewport) await expectNarrow(page, names);
    }
  });

  test(`the console, ${look}`, async ({ openBrowser }) => {
    for (const [name, paths] of [
      ['Priya', forManagers],
      ['Hanna', forAdmins],
    ] as const) {
      const page = await openBrowser(options);
      await signIn(page, name);
      const names = await namesOnShow(page);
      for (const path of paths) {
        const response = await page.goto(path);
        expect(response?.status(), path).toBe(200);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expectAccessible(page);
        if (options.viewport) await expectNarrow(page, names);
      }
    }
  });
}

test('the header of a public page, on phones and with text twice as large', async ({ openBrowser }) => {
  const gone = ['/track/unknown', '/subscriptions/unknown'];
  const page = await openBrowser({}, /status of 404/);
  for (const path of [...forEverybody, ...gone]) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectWholeHeader(page);
  }
});
