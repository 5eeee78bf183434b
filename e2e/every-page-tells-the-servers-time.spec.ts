import type { Page } from '@playwright/test';
import { expect, signIn, test } from './fixtures';

/** Sets the clock of the device, now and on every page opened later; in hours ahead of the right one. */
async function setDeviceClock(page: Page, hours: number): Promise<void> {
  const setClock = (ahead: number) => {
    const right = (window as { rightDate?: DateConstructor }).rightDate ?? Date;
    const now = () => right.now() + ahead;
    const construct = (of: DateConstructor, given: unknown[]) =>
      Reflect.construct(of, given.length ? given : [now()]);
    const get = (of: DateConstructor, name: keyof DateConstructor) =>
      name === 'now' ? now : Reflect.get(of, name);
    Object.assign(window, { rightDate: right, Date: new Proxy(right, { construct, get }) });
  };
  await page.addInitScript(setClock, hours * 3_600_000);
  await page.evaluate(setClock, hours * 3_600_000);
}

/** All that is said about how long ago, how long still and how late. */
async function agesOn(page: Page): Promise<string[]> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const [text = ''] = await page.locator('body').allInnerTexts();
  return text.match(/(in )?(\d+ (min|h|days?)\s?)+( ago| late)?|just now/g) ?? [];
}

test('ages and lateness are by the clock of the server, whatever the device shows', async ({
  openBrowser,
}) => {
  const right = await openBrowser();
  await signIn(right, 'Priya');
  for (const [hours, paths] of [
    [3, ['/', '/home', '/incidents/INC-2041']],
    [-3, ['/', '/home']],
  ] as const) {
    const wrong = await openBrowser();
    await setDeviceClock(wrong, hours);
    await signIn(wrong, 'Priya');
    for (const path of paths) {
      await wrong.goto(path);
      await expect(async () => {
        await right.goto(path);
        expect(await agesOn(wrong), `${path}, ${hours} h`).toEqual(await agesOn(right));
      }).toPass();
    }
  }
  for (const path of ['/', '/incidents/INC-2041']) {
    await right.goto(path);
    await expect(async () => {
      const before = await agesOn(right);
      expect(before.length).toBeGreaterThan(0);
      await setDeviceClock(right, 3);
      await right.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
      expect(await agesOn(right), `${path}, set while it is open`).toEqual(before);
      await setDeviceClock(right, 0);
    }).toPass();
  }
});
