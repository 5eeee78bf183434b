import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import {
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  type Cookie,
  expect,
  type Page,
} from '@playwright/test';
import axe from 'axe-core';
import type { RunRow, RunView } from '@/lib/runs/queries/views';
import type { CaughtMail } from '@/scripts/e2e/mail-catcher';
import { e2eDataDir, e2eMailUrl } from '@/scripts/e2e/place';

interface SignIn {
  name: string;
  email: string;
  password: string;
}

/** Whom the cast of the demo signs in as. */
function castMember(name: string): SignIn {
  const file = join(e2eDataDir, 'demo', 'demo-sign-ins.json');
  const signIns: SignIn[] = JSON.parse(readFileSync(file, 'utf8'));
  const found = signIns.find((one) => one.name === name);
  if (!found) throw new Error(`Nobody of the cast is called ${name}.`);
  return found;
}

/** Errors that a page wrote to its console or threw. */
function watch(page: Page, expected: RegExp | undefined): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    const text = `${message.text()} (${message.location().url})`;
    if (message.type() === 'error' && !expected?.test(text)) complaints.push(`${page.url()}: ${text}`);
  });
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
  return complaints;
}

interface Fixtures {
  /** Opens a browser of somebody's own; its console errors fail the test, but for those a refusal is expected to leave. */
  openBrowser: (options?: BrowserContextOptions, expected?: RegExp) => Promise<Page>;
}

/** What a person would see as well: no motion, in which a toast that fades has no contrast. */
const everyBrowser: BrowserContextOptions = {
  locale: 'en-GB',
  timezoneId: 'Europe/London',
  reducedMotion: 'reduce',
};

/** A page of the app that does not answer yet, because its scripts are still on their way. */
const unready = 'html:not([data-ready]):has(script[src^="/_next/"])';

export const test = base.extend<Fixtures>({
  openBrowser: async ({ browser }, use) => {
    const complaints: string[][] = [];
    const open: BrowserContext[] = [];
    await use(async (options = {}, expected) => {
      const context = await browser.newContext({ ...everyBrowser, ...options });
      const page = await context.newPage();
      // Playwright looks for it before every act and every expectation, and goes on when it is gone.
      if (options.javaScriptEnabled !== false) {
        await page.addLocatorHandler(page.locator(unready), async () => {});
      }
      complaints.push(watch(page, expected));
      open.push(context);
      return page;
    });
    for (const context of open) await context.close();
    expect(complaints.flat(), 'A page complained in its console.').toEqual([]);
  },
});

export { expect };

export const phone = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
} satisfies BrowserContextOptions;

const sessions = new Map<string, Cookie[]>();

/**
 * Signs a member of the cast in: by the page the first time, with the session of then later, because so many sign-ins
 * from one address would be held for an attack.
 */
export async function signIn(page: Page, name: string): Promise<void> {
  const known = sessions.get(name);
  if (known) {
    await page.context().addCookies(known);
    const me = await page.request.get('/api/v1/session');
    if (me.ok()) return;
  }
  await signInByPage(page, name);
  sessions.set(name, await page.context().cookies());
}

export async function signInByPage(page: Page, name: string): Promise<void> {
  const { email, password } = castMember(name);
  await page.goto('/sign-in');
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page).not.toHaveURL(/sign-in/);
}

/**
 * No violations of WCAG 2.0 to 2.2, A and AA, on the page as it stands; with a dialog open, in the dialog. Nor an id that
 * two elements have, nor a page that scrolls sideways.
 */
export async function expectAccessible(page: Page): Promise<void> {
  // A toast has the role of a dialog too, and leaves the page usable.
  const dialog = '[role="dialog"]:not(.toast), [role="alertdialog"]';
  const within = (await page.locator(dialog).first().isVisible()) ? dialog : 'html';
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const found = await page.evaluate(findFaults, within);
  expect(found, page.url()).toEqual({ violations: [], idsTwice: [], isWide: false });
}

/** Runs in the page. None has a frame, so that nothing is put together from several. */
async function findFaults(within: string) {
  const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(within, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    resultTypes: ['violations'],
  });
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
  return {
    violations: violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
    ),
    idsTwice: ids.filter((id, place) => ids.indexOf(id) !== place),
    isWide: document.documentElement.scrollWidth > window.innerWidth + 1,
  };
}

/**
 * What the API answers to the person of a page. A connection at rest is closed by the server in the end; when that crosses
 * the next request, a browser asks again by itself, and this client when it is told to.
 */
export async function askApi<T>(page: Page, path: string): Promise<T> {
  const response = await page.request.get(`/api/v1${path}`, { maxRetries: 1 });
  return await response.json();
}

export const runOf = (page: Page, ref: string): Promise<RunView> => askApi(page, `/runs/${ref}`);

/** The drill of a kind of plan that the demo begins by itself. */
export async function firstDrill(page: Page, kind: string): Promise<RunRow | undefined> {
  const { rows } = await askApi<{ rows: RunRow[] }>(page, '/runs?mode=DRILL&limit=50');
  return rows.findLast((row) => row.kind === kind && !row.demoHistory);
}

/** What a command of Standby writes, on the installation under test. */
export async function standby(...words: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, ['scripts/bootstrap.mjs', ...words], {
    env: { ...process.env, STANDBY_DATA_DIR: e2eDataDir },
  });
  return stdout;
}

export async function mailsTo(address: string): Promise<CaughtMail[]> {
  const response = await fetch(`${e2eMailUrl}/messages?to=${encodeURIComponent(address)}`);
  return (await response.json()) as CaughtMail[];
}

/** The newest mail to an address whose subject or text matches, waited for. */
export async function expectMail(address: string, pattern: RegExp): Promise<CaughtMail> {
  let found: CaughtMail | undefined;
  await expect(async () => {
    const mails = await mailsTo(address);
    found = mails.findLast((mail) => pattern.test(`${mail.subject}\n${mail.text}`));
    expect(
      found,
      `No mail to ${address} says ${pattern}; got: ${mails.map((mail) => mail.subject).join(' | ')}`,
    ).toBeDefined();
  }).toPass();
  return found as CaughtMail;
}

/** The first link of a mail that leads to a path, as a path of the product. */
export function linkIn(mail: CaughtMail, path: RegExp): string {
  for (const [link] of mail.text.matchAll(/https?:\/\/[^\s)>\]]+/g)) {
    const url = new URL(link);
    if (path.test(url.pathname)) return url.pathname + url.search;
  }
  throw new Error(`The mail “${mail.subject}” has no link to ${path}.`);
}

/** Goes down the queue by keyboard until the report with these words is the one that is read. */
export async function readInQueue(page: Page, words: string): Promise<void> {
  const items = page.getByRole('region', { name: 'Queue' }).getByRole('button');
  const wanted = items.filter({ hasText: words });
  await expect(wanted).toBeVisible();
  const isCurrent = async () => (await wanted.getAttribute('aria-current')) === 'true';
  const current = () => items.evaluateAll((all) => all.findIndex((one) => one.ariaCurrent === 'true'));
  while (!(await isCurrent())) {
    const before = await current();
    await page.keyboard.press('j');
    await expect.poll(current).not.toBe(before);
  }
}

interface Report {
  service: RegExp;
  words: string;
  name: string;
  email: string;
}

/**
 * Fills in the form of a report and sends it. Sent faster than a person can, it is refused and nothing is lost; then it goes
 * through. @returns its reference
 */
export async function sendReport(page: Page, { service, words, name, email }: Report): Promise<string> {
  await page.getByRole('radio', { name: service }).check();
  await page.getByRole('radio', { name: /I can’t use it at all/ }).check();
  await page.getByLabel('What happens?').fill(words);
  await page.getByLabel('Your name').fill(name);
  await page.getByRole('textbox', { name: /^Email/ }).fill(email);
  const button = page.getByRole('button', { name: 'Send report' });
  await expect(async () => {
    // The answer to the click before may have come late.
    if (await button.isVisible()) await button.click({ timeout: 2_000 });
    await expect(page.getByRole('heading', { name: `Thank you, ${name}` })).toBeVisible({ timeout: 3_000 });
  }).toPass();
  const reference = /R-[0-9A-Z]{6}/.exec((await page.getByRole('main').textContent()) ?? '')?.[0] ?? '';
  expect(reference).toMatch(/^R-/);
  return reference;
}
