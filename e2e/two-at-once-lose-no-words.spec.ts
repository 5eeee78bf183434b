import type { Page } from '@playwright/test';
import {
  expect,
  expectAccessible,
  expectMail,
  linkIn,
  readInQueue,
  sendReport,
  signIn,
  test,
} from './fixtures';

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

test('whoever saves general settings second keeps what they chose, and is shown what somebody else chose', async ({
  openBrowser,
}) => {
  const [first, second] = [await openBrowser(), await openBrowser({}, refusal)];
  const zone = (page: Page) => page.getByRole('combobox', { name: /^Time zone/ });
  const save = async (page: Page, why: string) => {
    await page.getByLabel('Why').fill(why);
    await page.getByRole('button', { name: /^Save as version/ }).click();
  };
  for (const page of [first, second]) {
    await signIn(page, 'Hanna');
    await page.goto('/settings');
    await expect(zone(page)).toHaveValue('Europe/London');
  }
  await zone(first).selectOption('Europe/Dublin');
  await save(first, 'The desk moves');
  await expect(first.getByLabel('Why')).toHaveValue('');

  const days = second.getByLabel('Invitations are accepted within, days');
  await days.fill('9');
  await save(second, 'People are away');
  const told = /^Hanna changed the settings in between, at/;
  await expect(second.getByRole('alert').getByText(told)).toBeVisible();
  await expect(zone(second)).toHaveValue('Europe/Dublin');
  await expect(days).toHaveValue('9');
  await zone(second).selectOption('Europe/London');
  await save(second, 'The desk stays');
  await expect(second.getByLabel('Why')).toHaveValue('');
  await second.reload();
  await expect(zone(second)).toHaveValue('Europe/London');
  await expect(days).toHaveValue('9');
});

test('whoever saves a service second leaves what they did not touch as it was saved meanwhile', async ({
  openBrowser,
}) => {
  const [priya, hanna] = [await openBrowser({}, refusal), await openBrowser()];
  await signIn(priya, 'Priya');
  await signIn(hanna, 'Hanna');
  const does = (page: Page) => page.getByLabel('What people do with it');
  const hours = (page: Page) => page.getByLabel('Hours');
  const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true }).click();
  for (const page of [priya, hanna]) await page.goto('/services/email/edit');
  await does(hanna).fill('Letters, and the calendar of the house');
  await save(hanna);
  await expect(hanna).toHaveURL(/\/services\/email$/);

  await hours(priya).fill('Every day, 06:00 to 23:00');
  await save(priya);
  await expect(priya.getByRole('alert').getByText(/^Hanna changed “Email” in between, at/)).toBeVisible();
  await save(priya);
  await expect(priya).toHaveURL(/\/services\/email$/);
  await priya.goto('/services/email/edit');
  await expect(does(priya)).toHaveValue('Letters, and the calendar of the house');
  await expect(hours(priya)).toHaveValue('Every day, 06:00 to 23:00');
});

test('what was written about a report stays when somebody else decides on it, for the team and the reporter', async ({
  openBrowser,
}) => {
  const words = 'The map of our branches is empty';
  const reporter = await openBrowser();
  await reporter.goto('/report');
  const email = 'ines@westfield.example';
  const reference = await sendReport(reporter, { service: /^Public website/, words, name: 'Ines', email });
  const receipt = await expectMail(email, new RegExp(reference));
  await reporter.goto(linkIn(receipt, /^\/track\//));
  await expect(reporter.getByText('Live', { exact: true })).toBeVisible();
  await reporter.getByText('Correct something').click();
  await reporter.getByLabel('Your name').fill('Ines Albrecht');

  const [farah, priya] = [await openBrowser(), await openBrowser()];
  for (const [page, name] of [
    [farah, 'Farah'],
    [priya, 'Priya'],
  ] as const) {
    await signIn(page, name);
    await page.goto('/triage');
    await readInQueue(page, words);
    await expect(page.getByRole('region', { name: 'Report' }).getByText(reference)).toBeVisible();
    await page.keyboard.press('x');
  }
  const answer = 'The map was moved. You find it under “Branches”.';
  await farah.getByLabel('Answer to the reporter').fill(answer);
  await priya.getByLabel('Answer to the reporter').fill('Load the page again, please.');
  await priya.getByRole('button', { name: /^Answer and close/ }).click();

  const decision = farah.getByRole('region', { name: 'Decision' });
  await expect(decision.getByRole('heading', { name: 'Decided' })).toBeVisible();
  await expect(decision).toContainText('Priya');
  await expect(decision.getByLabel('What you wrote')).toHaveValue(answer);
  await expectAccessible(farah);
  await decision.getByRole('button', { name: 'Throw it away' }).click();
  await expect(decision.getByLabel('What you wrote')).toHaveCount(0);

  await expect(reporter.getByText('Load the page again, please.')).toBeVisible();
  await expect(reporter.getByLabel('Your name')).toHaveValue('Ines Albrecht');
});
