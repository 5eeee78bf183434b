import type { Page } from '@playwright/test';
import { expect, expectAccessible, phone, signIn, test } from './fixtures';

/** How people look at a page that is open; both are styles alone, so that it is not opened for each anew. */
const looks = [
  { colorScheme: 'light', size: { width: 1280, height: 720 } },
  { colorScheme: 'dark', size: phone.viewport },
] as const;

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

async function expectEachAccessible(page: Page, paths: string[]): Promise<void> {
  for (const [place, path] of paths.entries()) {
    const response = await page.goto(path);
    expect(response?.status(), path).toBe(200);
    // Each is opened as the one before it was left, half of them by phone.
    for (const { colorScheme, size } of place % 2 === 0 ? looks : looks.toReversed()) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize(size);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectAccessible(page);
    }
  }
}

test('the public pages, light, and dark by phone', async ({ openBrowser }) => {
  await expectEachAccessible(await openBrowser({ hasTouch: true }), forEverybody);
});

test('the console, light, and dark by phone', async ({ openBrowser }) => {
  for (const [name, paths] of [
    ['Priya', forManagers],
    ['Hanna', forAdmins],
  ] as const) {
    const page = await openBrowser({ hasTouch: true });
    await signIn(page, name);
    await expectEachAccessible(page, paths);
  }
});
