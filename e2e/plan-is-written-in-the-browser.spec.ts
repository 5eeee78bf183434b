import type { Page } from '@playwright/test';
import { expect, expectAccessible, phone, signIn, test } from './fixtures';

const planName = 'Switch, written in the browser';

async function addPhase(page: Page, name: string, forUsers: string): Promise<void> {
  await page.getByRole('button', { name: 'Add a phase' }).click();
  await page.getByLabel('Name of the phase').fill(name);
  await page.getByLabel('What users read').fill(forUsers);
}

/** Adds a step at the end of a phase and leaves its fields open. */
async function addStep(page: Page, phase: number, name: string, kind: string): Promise<void> {
  await page.getByRole('button', { name: `Add a step to phase ${phase}` }).click();
  await expect(page.getByLabel('What happens')).toBeFocused();
  await page.getByLabel('What happens').fill(name);
  await page.getByRole('radio', { name: kind }).check();
}

async function announce(page: Page, phase: number, name: string, text: string): Promise<void> {
  await addStep(page, phase, name, 'Announcement');
  await page.getByLabel('What they read').fill(text);
}

async function writePlan(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Add a variable' }).click();
  await page.getByRole('textbox', { name: 'Variable 1' }).fill('front');
  await page.getByRole('textbox', { name: 'Live 1' }).fill('http://shop.example');
  await page.getByRole('textbox', { name: 'In a drill 1' }).fill('http://rehearsal.example');

  await addPhase(page, 'Get ready', 'Getting ready');
  await announce(page, 1, 'Tell users we are switching', 'We are switching to the second server.');

  await addPhase(page, 'Switch', 'Switching over');
  await addStep(page, 2, 'Lead the front address to shop-2', 'Automated');
  await page.getByLabel('Action').fill('front.switch');
  await page.getByLabel('Endpoint, live').selectOption('Shop automation');
  await page.getByLabel('Endpoint, drill').selectOption('Shop automation, for drills');
  await page.getByRole('button', { name: 'Add an input' }).click();
  await page.getByLabel('Name 1').fill('to');
  await page.getByLabel('Value 1').fill('shop-2');
  await page.getByRole('checkbox', { name: /This step switches users over/ }).check();

  await addPhase(page, 'Verify', 'Checking that everything works');
  await addStep(page, 3, 'The second server answers', 'Check');
  await page.getByLabel('Address', { exact: true }).fill('{{front}}/health');
  await addStep(page, 3, 'All cases', 'Verification');
  await page.getByLabel('Suite').selectOption({ label: 'What customers see' });
  await page.getByLabel('Against').fill('{{front}}');
  await announce(page, 3, 'Tell users that it works', 'The shop works again.');
}

test('a failover is written, stopped by lint, repaired, published, changed, and its first version stays', async ({
  openBrowser,
}) => {
  const priya = await openBrowser();
  await signIn(priya, 'Priya');
  const publish = priya.getByRole('button', { name: /^Publish as version/ });
  const saved = priya.getByText(/^Saved \d\d:\d\d$/);

  await test.step('a plan is begun on the page of the service, and written', async () => {
    await priya.goto('/services/shop');
    await priya.getByRole('link', { name: 'All plans' }).click();
    await priya.getByRole('textbox', { name: 'Name' }).fill(planName);
    await priya.getByRole('button', { name: 'Begin the plan' }).click();
    await expect(priya.getByRole('heading', { level: 1, name: planName })).toBeVisible();
    await expect(priya.getByText('The plan has no steps')).toBeVisible();
    await writePlan(priya);
    await expect(saved).toBeVisible();
    await expectAccessible(priya);
  });

  await test.step('lint stops it and offers the repair', async () => {
    await expect(priya.getByText('No verification before the switch')).toBeVisible();
    await expect(publish).toBeDisabled();
    await priya.getByRole('button', { name: 'Move 3.1 before 2.1' }).click();
    await expect(priya.getByText('Nothing stops it')).toBeVisible();
    await expect(priya.getByRole('listitem', { name: '2.1 The second server answers' })).toBeVisible();
  });

  await test.step('steps move by keyboard, and lint follows', async () => {
    await priya
      .getByRole('button', { name: 'The second server answers', exact: true })
      .press('Alt+ArrowDown');
    await expect(priya.getByRole('listitem', { name: '2.2 The second server answers' })).toBeVisible();
    await expect(publish).toBeDisabled();
    await priya.getByRole('button', { name: 'The second server answers', exact: true }).press('Alt+ArrowUp');
    await expect(priya.getByText('Nothing stops it')).toBeVisible();
  });

  await test.step('a responder writes along, which is told at once, and may not publish', async () => {
    const mei = await openBrowser();
    await signIn(mei, 'Mei');
    await mei.goto(priya.url());
    await mei.getByRole('textbox', { name: 'When it is used' }).fill('The first server is lost.');
    await expect(mei.getByText('A manager publishes it.')).toBeVisible();
    await expect(priya.getByText('Mei changed this plan a moment ago.')).toBeVisible();
    await expect(priya.getByRole('textbox', { name: 'When it is used' })).toHaveValue(
      'The first server is lost.',
    );
  });

  await test.step('it is published, changed, and published again with a sentence', async () => {
    await publish.click();
    await expect(priya.getByText('Version 1', { exact: true })).toBeVisible();
    await expect(priya.getByText('Nothing differs from version 1.')).toBeVisible();
    await priya.getByRole('button', { name: 'Lead the front address to shop-2', exact: true }).click();
    await priya.getByLabel('Time-out, seconds').fill('45');
    await expect(priya.getByText('time-out 2 min 45 s')).toBeVisible();
    await publish.click();
    await expect(
      priya.getByRole('link', { name: 'Say in a sentence what differs from version 1.' }),
    ).toBeVisible();
    await priya.getByLabel('What changed, in a sentence').fill('The front switches within 45 s.');
    await publish.click();
    await expect(priya.getByText('Version 2', { exact: true })).toBeVisible();
  });

  await test.step('version 1 is still there as it was, also on a phone', async () => {
    await priya.getByRole('button', { name: 'Versions' }).click();
    await priya.getByRole('menuitem', { name: /^Version 1/ }).click();
    await expect(priya.getByRole('heading', { level: 1, name: `${planName}, version 1` })).toBeVisible();
    await expect(priya.getByText('Earlier version')).toBeVisible();
    await expect(priya.getByText('2 min', { exact: true }).first()).toBeVisible();
    await expectAccessible(priya);
    const ana = await openBrowser(phone);
    await signIn(ana, 'Ana');
    await ana.goto(priya.url().replace('versions/1', 'versions/2'));
    await expect(ana.getByText('The front switches within 45 s.')).toBeVisible();
    await expectAccessible(ana);
    await ana.goto(priya.url().replace('/versions/1', ''));
    await expect(ana.getByRole('heading', { level: 1, name: planName })).toBeVisible();
    await expect(ana.getByRole('button', { name: 'Add a phase' })).toHaveCount(0);
    await expectAccessible(ana);
  });
});
