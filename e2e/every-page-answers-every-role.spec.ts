import { globSync } from 'node:fs';
import type { APIRequestContext, Page } from '@playwright/test';
import {
  consolePages,
  noSubjects,
  openPages,
  type PageSubjects,
  pagePath,
  pageStatus,
} from '@/lib/http/testing/walk/pages';
import { roles } from '@/lib/platform/context';
import { askApi, expect, expectAccessible, signIn, test } from './fixtures';

/** A member of the cast for each role, from the one who may least. */
const cast = { USER: 'Ruth', DEVELOPER: 'Ana', RESPONDER: 'Mei', MANAGER: 'Priya', ADMIN: 'Hanna' } as const;

/** What the pages of the demo's shop are about. */
async function shopOf(page: Page): Promise<Omit<PageSubjects, 'incident'>> {
  const plans = await askApi<{ id: string; published: number | null }[]>(page, '/services/shop/plans');
  const plan = plans.find(({ published }) => published !== null);
  const [suite] = await askApi<{ id: string }[]>(page, '/suites?service=shop');
  let run: { ref: string } | undefined;
  // The first drills of the demo may be under way.
  const verified = () => askApi<{ rows: { ref: string }[] }>(page, '/runs?state=VERIFIED');
  await expect.poll(async () => ([run] = (await verified()).rows)).not.toEqual([]);
  return { slug: 'shop', id: plan?.id ?? '', suiteId: suite?.id ?? '', number: '1', run: run?.ref ?? '' };
}

/** How a page answers when it is opened, and when a link of another page leads to it. */
async function statusOf(request: APIRequestContext, path: string): Promise<number> {
  const within = await request.get(path, { headers: { RSC: '1' } });
  expect(within.status(), `${path}, by a link`).toBeLessThan(500);
  return (await request.get(path, { maxRedirects: 0 })).status();
}

test('every page is in one of the two tables', () => {
  const pages = globSync('app/**/page.tsx').map((file) => file.replace(/^app|\/\(\w+\)|\/page\.tsx$/g, ''));
  expect(Object.keys({ ...openPages, ...consolePages }).toSorted()).toEqual(pages.toSorted());
});

test('nobody reads the pages that need no account, and is asked to sign in for the others', async ({
  openBrowser,
}) => {
  const { request } = await openBrowser();
  for (const { path, status } of Object.values(openPages)) {
    expect(await statusOf(request, path), path).toBe(status);
  }
  for (const page of Object.keys(consolePages)) {
    const path = pagePath(page, { ...noSubjects, incident: 'INC-2041' });
    const answer = await request.get(path, { maxRedirects: 0 });
    expect(answer.headers().location, path).toBe(`/sign-in?next=${encodeURIComponent(path)}`);
  }
});

test('a page answers each role as the policy says, and what there is not as not there', async ({
  openBrowser,
}) => {
  const hanna = await openBrowser();
  await signIn(hanna, 'Hanna');
  const shop = { ...(await shopOf(hanna)), incident: 'INC-2041' };
  const pages: Page[] = [];
  for (const name of Object.values(cast)) {
    const page = await openBrowser();
    await signIn(page, name);
    pages.push(page);
  }
  for (const pattern of Object.keys(consolePages)) {
    for (const subjects of pattern.includes('[') ? [shop, noSubjects] : [shop]) {
      const path = pagePath(pattern, subjects);
      const answered = await Promise.all(pages.map((page) => statusOf(page.request, path)));
      const expected = roles.map((role) => pageStatus(pattern, role, subjects === shop ? 'own' : "nobody's"));
      expect(answered, `${path}, as ${Object.values(cast).join(', ')}`).toEqual(expected);
    }
  }
});

test('a page that is not open to a role says so, inside the console', async ({ openBrowser }) => {
  const ana = await openBrowser({}, /status of 403|favicon/);
  await signIn(ana, 'Ana');
  await ana.goto('/services/new');
  await expect(ana.getByRole('heading', { name: 'This page is not open to your role' })).toBeVisible();
  await expectAccessible(ana);
  await ana.getByRole('link', { name: 'Go to the home page' }).click();
  await expect(ana).toHaveURL(/\/home$/);
});
