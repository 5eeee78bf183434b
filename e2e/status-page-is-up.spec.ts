import { expect, test } from './fixtures';

test('everyone sees the status page, and finds the way to report and to sign in', async ({ openBrowser }) => {
  const page = await openBrowser();
  await page.goto('/');
  await expect(page).toHaveTitle(/Service status/);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'All services' })).toBeVisible();
  await expect(page.getByRole('link', { name: /^Report/ }).first()).toHaveAttribute('href', '/report');
  await expect(page.getByRole('link', { name: 'Staff sign in' })).toHaveAttribute('href', '/sign-in');
});

test('a reference that is typed on the status page stands in the form that asks for it', async ({ page }) => {
  await page.goto('/');
  await page.getByLabel('Reference number').fill('R-7K3M9Q');
  await page.getByRole('button', { name: 'Track my report' }).click();
  await expect(page.getByRole('textbox', { name: /reference/i })).toHaveValue('R-7K3M9Q');
});
