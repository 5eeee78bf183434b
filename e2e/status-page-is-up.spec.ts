import { expect, test } from '@playwright/test';

test('everyone sees the status page, and finds the way to report and to sign in', async ({ page }) => {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto('/');
  await expect(page).toHaveTitle(/Service status/);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'All services' })).toBeVisible();
  await expect(page.getByRole('link', { name: /^Report/ }).first()).toHaveAttribute('href', '/report');
  await expect(page.getByRole('link', { name: 'Staff sign in' })).toHaveAttribute('href', '/sign-in');
  expect(complaints).toEqual([]);
});
