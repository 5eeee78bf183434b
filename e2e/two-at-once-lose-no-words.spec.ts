import type { Page } from '@playwright/test';
import { expect, expectAccessible, signIn, test } from './fixtures';

const refusal = /status of 409/;

test('whoever saves the clocks second is told who saved when, keeps what was typed, and saves both', async ({
  openBrowser,
}) => {
  const [priya, hanna] = [await openBrowser({}, refusal), await openBrowser()];
  await signIn(priya, 'Priya');
  await signIn(hanna, 'Hanna');
  const severe = (page: Page) => page.getByRole('textbox', { name: 'Severe, restore' });
  const trivial = (page: Page) => page.getByRole('textbox', { name: 'Trivial, then at least every' });
  const save = (page: Page) => page.getByRole('button', { name: /^Save as version/ });
  for (const page of [priya, hanna]) await page.goto('/settings/clocks');
  await trivial(priya).fill('4');
  await priya.getByLabel('Why').fill('Users wait too long');
  await severe(hanna).fill('9');
  await hanna.getByLabel('Why').fill('Eight was never met');
  await save(hanna).click();
  await expect(hanna.getByLabel('Why')).toHaveValue('');
  await expect(severe(hanna)).toHaveValue('9');

  await save(priya).click();
  const told = /^Hanna changed the settings in between, at \d\d:\d\d (GMT|BST): Settings version \d+ saved/;
  await expect(priya.getByRole('alert').getByText(told)).toBeVisible();
  await expect(trivial(priya)).toHaveValue('4');
  await expect(severe(priya)).toHaveValue('9');
  await expect(priya.getByLabel('Why')).toHaveValue('Users wait too long');
  await expectAccessible(priya);
  await save(priya).click();
  await expect(priya.getByLabel('Why')).toHaveValue('');
  await priya.reload();
  await expect(trivial(priya)).toHaveValue('4');
  await expect(severe(priya)).toHaveValue('9');
});
