import type { Page } from '@playwright/test';
import { askApi, expect, expectAccessible, sendReport, signIn, test } from './fixtures';

const report = (words: string) => ({
  service: /^Payments/,
  words,
  name: 'Noor',
  email: 'noor@forms.example',
});

async function reportsThatSay(desk: Page, words: string): Promise<string[]> {
  await signIn(desk, 'Farah');
  const { rows } = await askApi<{ rows: { ref: string; summary: string }[] }>(desk, '/reports?limit=50');
  return rows.filter(({ summary }) => summary.includes(words)).map(({ ref }) => ref);
}

test('a form without JavaScript that is sent, gone back to and sent again is one report', async ({
  openBrowser,
}) => {
  const words = 'The receipt printer is asked for twice.';
  const user = await openBrowser({ javaScriptEnabled: false });
  await user.goto('/');
  await user.goto('/report');
  const reference = await sendReport(user, report(words));
  await user.goto('/report');
  expect(await sendReport(user, report(words))).toBe(reference);

  await user.goto('/report');
  const button = user.getByRole('button', { name: 'Send report' });
  await user.getByRole('radio', { name: /^Payments/ }).check();
  await user.getByRole('radio', { name: /I can’t use it at all/ }).check();
  await user.getByLabel('What happens?').fill(`${words} Since noon.`);
  const question = user.getByRole('radio', { name: 'Correct the first one' });
  await expect(async () => {
    await button.click();
    await expect(question).toBeVisible({ timeout: 3_000 });
  }).toPass();
  await question.check();
  await button.click();
  await expect(user.getByText(reference)).toBeVisible();

  expect(await reportsThatSay(await openBrowser(), words)).toEqual([reference]);
});

test('whoever leaves the page while a picture is on its way is told, and has sent one report', async ({
  openBrowser,
}) => {
  const words = 'The picture of the receipt is upside down.';
  const user = await openBrowser();
  const choosePicture = async () => {
    const buffer = await user.screenshot();
    await user
      .getByLabel('Add a screenshot')
      .setInputFiles({ name: 'receipt.png', mimeType: 'image/png', buffer });
  };
  await user.goto('/report');
  await user.getByRole('radio', { name: /^Payments/ }).check();
  await user.getByRole('radio', { name: /I can’t use it at all/ }).check();
  await user.getByLabel('What happens?').fill(words);
  await user.getByLabel('Your name').fill('Noor');
  await user.getByRole('textbox', { name: /^Email/ }).fill('noor@forms.example');
  await choosePicture();
  // All of it arrives, and its answer does not. Sent faster than a person can, it is refused first.
  let arrived = false;
  await user.route('**/report', async (route) => {
    if (route.request().method() !== 'POST') return await route.fallback();
    const response = await route.fetch();
    arrived = /R-[0-9A-Z]{6}/.test(await response.text());
    if (!arrived) await route.fulfill({ response });
  });
  await expect(async () => {
    await user.getByRole('button', { name: 'Send report' }).click({ timeout: 2_000 });
    await expect.poll(() => arrived, { timeout: 3_000 }).toBe(true);
  }).toPass();
  await user.unroute('**/report');
  await user.reload();
  await expect(user.getByText('Your report was on its way when this page was left')).toBeVisible();
  await expect(user.getByText('Choose your pictures again')).toBeVisible();
  await expect(user.getByLabel('What happens?')).toHaveValue(words);
  await expectAccessible(user);
  await choosePicture();
  const reference = await sendReport(user, report(words));

  expect(await reportsThatSay(await openBrowser(), words)).toEqual([reference]);
});
