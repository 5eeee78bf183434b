import { globSync } from 'node:fs';
import type { APIRequestContext, Page } from '@playwright/test';
import { askApi, expect, expectAccessible, signIn, test } from './fixtures';

/** A member of the cast for each role, from the one who may least. Who is named may open a page, and all after them. */
const cast = ['Ruth', 'Ana', 'Mei', 'Priya', 'Hanna'] as const;
type Name = (typeof cast)[number];

const nobodys = '00000000-0000-7000-8000-000000000000';

/** Pages that anybody may open, with a link that nobody was sent where they need one. */
const forEverybody: Record<string, { path: string; status: number }> = {
  '/invitation/[token]': { path: '/invitation/unknown', status: 200 },
  '/not-me/[token]': { path: '/not-me/unknown', status: 404 },
  '/password': { path: '/password', status: 200 },
  '/password/[token]': { path: '/password/unknown', status: 200 },
  '/report': { path: '/report', status: 200 },
  '/report/confirm/[token]': { path: '/report/confirm/unknown', status: 404 },
  '/sign-in': { path: '/sign-in?next=/account', status: 200 },
  '/subscribe': { path: '/subscribe', status: 200 },
  '/subscriptions/[token]': { path: '/subscriptions/unknown', status: 404 },
  '/track': { path: '/track', status: 200 },
  '/track/[token]': { path: '/track/unknown', status: 404 },
};

type Staff = Exclude<Name, 'Ruth'>;

/**
 * Who may open a page of the console, and who is told that there is no such subject; others are told that they may not.
 * Ruth, a user, is led to the report form instead.
 */
const opens: Record<string, [opens: Staff, knows?: Staff]> = {
  '/account': ['Ana'],
  '/audit': ['Priya'],
  '/home': ['Ana'],
  '/incidents': ['Ana'],
  '/incidents/[ref]': ['Ana', 'Mei'],
  '/incidents/[ref]/investigation': ['Ana', 'Mei'],
  '/incidents/[ref]/recovery': ['Ana', 'Mei'],
  '/incidents/[ref]/reports': ['Ana', 'Mei'],
  '/incidents/[ref]/resources': ['Ana', 'Mei'],
  '/incidents/new': ['Mei'],
  '/outbox': ['Mei'],
  '/outbox/subscribers': ['Priya'],
  '/people': ['Mei'],
  '/recovery': ['Ana'],
  '/recovery/[ref]': ['Ana', 'Mei'],
  '/recovery/[ref]/record': ['Ana', 'Mei'],
  '/recovery/drills': ['Ana'],
  '/resources': ['Mei'],
  '/services': ['Ana'],
  '/services/[slug]': ['Ana'],
  '/services/[slug]/checklist': ['Ana'],
  '/services/[slug]/edit': ['Priya', 'Ana'],
  '/services/[slug]/plans': ['Ana'],
  '/services/[slug]/plans/[id]': ['Ana'],
  '/services/[slug]/plans/[id]/versions/[number]': ['Ana'],
  '/services/[slug]/suites': ['Ana'],
  '/services/[slug]/suites/[suiteId]': ['Ana'],
  '/services/new': ['Priya'],
  '/settings': ['Ana'],
  '/settings/automation': ['Hanna'],
  '/settings/clocks': ['Ana'],
  '/settings/keys': ['Hanna'],
  '/triage': ['Mei'],
};

type Subjects = Record<string, string>;

/** What the pages of the demo's shop are about. */
async function shopOf(page: Page): Promise<Subjects> {
  const plans = await askApi<{ id: string; published: number | null }[]>(page, '/services/shop/plans');
  const plan = plans.find(({ published }) => published !== null);
  const [suite] = await askApi<{ id: string }[]>(page, '/suites?service=shop');
  let run: { ref: string } | undefined;
  // The first drills of the demo may be under way.
  const verified = () => askApi<{ rows: { ref: string }[] }>(page, '/runs?state=VERIFIED');
  await expect.poll(async () => ([run] = (await verified()).rows)).not.toEqual([]);
  return { slug: 'shop', id: plan?.id ?? '', suiteId: suite?.id ?? '', number: '1', run: run?.ref ?? '' };
}

const missing: Subjects = { slug: 'nowhere', id: nobodys, suiteId: nobodys, number: '999', run: 'DR-999999' };

function pathOf(page: string, subjects: Subjects): string {
  const ref = page.startsWith('/recovery') ? subjects.run : subjects.incident;
  return page.replaceAll(/\[(\w+)\]/g, (_, name) => (name === 'ref' ? ref : subjects[name]) ?? '');
}

/** How a page answers when it is opened, and when a link of another page leads to it. */
async function statusOf(request: APIRequestContext, path: string): Promise<number> {
  const within = await request.get(path, { headers: { RSC: '1' } });
  expect(within.status(), `${path}, by a link`).toBeLessThan(500);
  return (await request.get(path, { maxRedirects: 0 })).status();
}

test('every page is in one of the two tables', () => {
  const pages = globSync('app/**/page.tsx').map((file) => file.replace(/^app|\/\(\w+\)|\/page\.tsx$/g, ''));
  expect(Object.keys({ ...forEverybody, ...opens }).toSorted()).toEqual(pages.toSorted());
});

test('nobody reads the pages that need no account, and is asked to sign in for the others', async ({
  openBrowser,
}) => {
  const { request } = await openBrowser();
  for (const { path, status } of Object.values(forEverybody)) {
    expect(await statusOf(request, path), path).toBe(status);
  }
  for (const page of Object.keys(opens)) {
    const path = pathOf(page, { ...missing, incident: 'INC-2041' });
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
  const nothing = { ...missing, incident: 'INC-999999' };
  const pages: Page[] = [];
  for (const name of cast) {
    const page = await openBrowser();
    await signIn(page, name);
    pages.push(page);
  }
  for (const [pattern, [first, knows = first]] of Object.entries(opens)) {
    const asked = [{ path: pathOf(pattern, shop), least: first, letIn: 200 }];
    if (pattern.includes('[')) asked.push({ path: pathOf(pattern, nothing), least: knows, letIn: 404 });
    for (const { path, least, letIn } of asked) {
      const staff = (place: number) => (place >= cast.indexOf(least) ? letIn : 403);
      const answered = await Promise.all(pages.map((page) => statusOf(page.request, path)));
      const expected = cast.map((name, place) => (name === 'Ruth' ? 307 : staff(place)));
      expect(answered, `${path}, as ${cast.join(', ')}`).toEqual(expected);
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
