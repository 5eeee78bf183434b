import { expect, expectAccessible, signIn, test } from './fixtures';

test('a manager promises a word every day, and the reason is kept with the version', async ({
  openBrowser,
}) => {
  const priya = await openBrowser();
  await signIn(priya, 'Priya');
  await priya.goto('/settings/clocks');
  await priya.getByRole('textbox', { name: 'Moderate, then at least every' }).fill('1');
  await expect(priya.getByRole('cell', { name: /was 2 business days/ })).toBeVisible();
  await expect(priya.getByRole('main')).toContainText('and then at least every business day.');
  await expectAccessible(priya);
  const save = priya.getByRole('button', { name: /^Save as version/ });
  const name = (await save.textContent()) ?? '';
  const version = /\d+/.exec(name)?.[0];
  await priya.getByLabel('Why').fill('Users asked for a word every day');
  await save.click();
  await expect(priya.getByText(`Version ${version}, since`)).toBeVisible();
  await expect(priya.getByRole('textbox', { name: 'Moderate, then at least every' })).toHaveValue('1');
});

test('an admin makes a key, sees it once, and revokes it', async ({ openBrowser, request }) => {
  const hanna = await openBrowser();
  await signIn(hanna, 'Hanna');
  await hanna.goto('/settings/keys');
  await hanna.getByLabel('What it is for').fill('A test of keys');
  await hanna.getByRole('button', { name: 'Make the key' }).click();
  const shown = hanna.getByRole('status').getByText(/^sb_/);
  const authorization = `Bearer ${await shown.textContent()}`;
  expect((await request.get('/api/v1/services', { headers: { authorization } })).status()).toBe(200);
  await hanna.reload();
  await expect(hanna.getByRole('row', { name: /A test of keys/ })).toContainText('Responder');
  await expect(shown).toHaveCount(0);
  await expectAccessible(hanna);
  await hanna.getByRole('button', { name: 'Revoke A test of keys' }).click();
  await hanna.getByRole('button', { name: 'Revoke the key' }).click();
  await expect(hanna.getByRole('row', { name: /A test of keys/ })).toContainText('Revoked');
  expect((await request.get('/api/v1/services', { headers: { authorization } })).status()).toBe(401);
});

test('the audit shows who did it, and its chain holds', async ({ openBrowser }) => {
  const hanna = await openBrowser();
  await signIn(hanna, 'Hanna');
  await hanna.goto('/audit?noun=session');
  await expect(hanna.getByRole('row', { name: /Hanna signed in/ }).first()).toBeVisible();
  await expectAccessible(hanna);
  await hanna.getByRole('button', { name: 'Check the chain' }).click();
  await expect(hanna.getByText(/events checked, the chain holds/)).toBeVisible();
});
