import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectMail, linkIn, phone, signIn, test } from './fixtures';

const address = 'noor@thornmere.example';
const first = 'nine loud owls by moonlight';
const second = 'seven quiet geese at noon';

async function makeKeys(noor: Page): Promise<void> {
  await noor.goto('/sign-in?next=/settings/keys');
  await noor.getByLabel('Email').fill(address);
  await noor.getByLabel('Password', { exact: true }).fill(first);
  await noor.getByRole('button', { name: 'Sign in', exact: true }).click();
  for (const name of ['Alerts at home', 'Nightly backup']) {
    await noor.getByLabel('What it is for').fill(name);
    await noor.getByRole('button', { name: 'Make the key' }).click();
    await expect(noor.getByRole('row', { name: new RegExp(name) })).toBeVisible();
  }
}

test('an admin invites, the link makes a member, and a new role or a disabled account act at once', async ({
  openBrowser,
}) => {
  const hanna = await openBrowser();
  await signIn(hanna, 'Hanna');
  await hanna.goto('/people');
  await expect(hanna.getByRole('heading', { level: 1 })).toContainText('members');
  await hanna.getByRole('button', { name: 'Invite a member' }).click();
  const dialog = hanna.getByRole('dialog', { name: 'Invite a member' });
  await dialog.getByLabel('Email').fill(address);
  await dialog.getByRole('radio', { name: /^Responder/ }).check();
  await expectAccessible(hanna);
  await dialog.getByRole('button', { name: 'Send the invitation' }).click();
  await expect(hanna.getByRole('row', { name: new RegExp(address) })).toContainText('Invited, link ends');

  const invitation = linkIn(await expectMail(address, /invite/i), /^\/invitation\//);
  const noor = await openBrowser({ ...phone, javaScriptEnabled: false });
  await noor.goto(invitation);
  await noor.getByLabel('Your name').fill('Noor');
  await noor.getByLabel('New password').fill('noor@thornmere');
  await noor.getByRole('button', { name: 'Join and sign in' }).click();
  await expect(noor.getByRole('alert')).toContainText('easy to guess');
  await expect(noor.getByLabel('Your name')).toHaveValue('Noor');
  await noor.getByLabel('New password').fill(first);
  await noor.getByRole('button', { name: 'Join and sign in' }).click();
  await expect(noor).toHaveURL('/home');
  await noor.goto(invitation);
  await expect(noor.getByRole('main')).toContainText('This invitation was used already');

  await hanna.getByRole('button', { name: 'More about Noor' }).click();
  await hanna.getByRole('menuitemradio', { name: 'Manager' }).click();
  await expect(hanna.getByRole('row', { name: /Noor/ })).toContainText('Manager');
  await noor.goto('/people');
  await expect(noor).toHaveURL('/sign-in?next=%2Fpeople');
  await noor.getByLabel('Email').fill(address);
  await noor.getByLabel('Password', { exact: true }).fill(first);
  await noor.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(noor).toHaveURL('/people');

  await hanna.getByRole('button', { name: 'More about Noor' }).click();
  await hanna.getByRole('menuitemradio', { name: 'Admin' }).click();
  await expect(hanna.getByRole('row', { name: /Noor/ })).toContainText('Admin');
  const desk = await openBrowser();
  await makeKeys(desk);
  await desk.close();
  await hanna.reload();
  await hanna.getByRole('button', { name: 'More about Noor' }).click();
  await hanna.getByRole('menuitemradio', { name: 'Manager' }).click();
  const lower = hanna.getByRole('alertdialog', { name: 'Make Noor manager?' });
  await lower.getByRole('checkbox', { name: /Nightly backup/ }).uncheck();
  await expect(lower.getByRole('checkbox', { name: /Alerts at home/ })).toBeChecked();
  await expectAccessible(hanna);
  await lower.getByRole('button', { name: 'Make Noor manager' }).click();
  await expect(lower).toHaveCount(0);
  await hanna.goto('/settings/keys');
  await expect(hanna.getByRole('row', { name: /Alerts at home/ })).toContainText('Revoked');
  await expect(hanna.getByRole('row', { name: /Nightly backup/ })).not.toContainText('Revoked');
  await hanna.goto('/people');

  await hanna.getByRole('button', { name: 'More about Noor' }).click();
  await hanna.getByRole('menuitem', { name: 'Disable …' }).click();
  await hanna.getByRole('button', { name: 'Disable Noor' }).click();
  // Behind an open dialog no row has a role.
  await expect(hanna.getByRole('alertdialog')).toHaveCount(0);
  await expect(hanna.getByRole('row', { name: /Noor/ })).toHaveCount(0);
  await noor.goto('/people');
  await noor.getByLabel('Email').fill(address);
  await noor.getByLabel('Password', { exact: true }).fill(first);
  await noor.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(noor.getByRole('alert')).toContainText('That email and password do not match.');
});

test('a forgotten password is set anew by a mailed link, which works once', async ({ openBrowser }) => {
  const seun = 'seun@thornmere.example';
  const page = await openBrowser();
  await page.goto('/sign-in');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Forgotten it?' }).click();
  await expect(page.getByRole('heading', { name: 'Get a link to a new password' })).toBeVisible();
  await page.getByLabel('Email').fill('nobody@thornmere.example');
  await page.getByRole('button', { name: 'Send me a link' }).click();
  await expect(page.getByRole('status')).toContainText('Look into your mail.');
  await page.goto('/password');
  await page.getByLabel('Email').fill(seun);
  await page.getByRole('button', { name: 'Send me a link' }).click();
  await expect(page.getByRole('status')).toContainText('Look into your mail.');

  const link = linkIn(await expectMail(seun, /password/i), /^\/password\//);
  await page.goto(link);
  await expectAccessible(page);
  await page.getByLabel('New password').fill(second);
  await page.getByRole('button', { name: 'Save it' }).click();
  await expect(page.getByRole('status')).toContainText('Your new password is set.');
  await page.getByLabel('Email').fill(seun);
  await page.getByLabel('Password', { exact: true }).fill(second);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page).toHaveURL('/home');
  await page.goto(link);
  await expect(page.getByRole('main')).toContainText('used already or has run out');
});
