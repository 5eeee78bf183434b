import { e2eMailUrl } from '@/scripts/e2e/place';
import { expect, expectAccessible, expectMail, linkIn, signIn, test } from './fixtures';

const address = 'stores@southway.example';

async function mailServer(mode: 'accept' | 'refuse'): Promise<void> {
  const { ok } = await fetch(`${e2eMailUrl}/behaviour?mode=${mode}`, { method: 'PUT' });
  expect(ok).toBe(true);
}

test.afterEach(() => mailServer('accept'));

test('a mail that the server refused is seen in the outbox and tried again, and its reader can leave', async ({
  openBrowser,
}) => {
  const visitor = await openBrowser({ javaScriptEnabled: false });
  await test.step('somebody subscribes while the mail server refuses everything', async () => {
    await mailServer('refuse');
    await visitor.goto('/subscribe');
    await visitor.getByRole('textbox', { name: 'Email' }).fill('stores');
    await visitor.getByRole('button', { name: 'Subscribe' }).click();
    await expect(visitor.getByRole('alert')).toContainText('Enter the address in full');
    await visitor.getByRole('textbox', { name: 'Email' }).fill(address);
    await visitor.getByRole('button', { name: 'Subscribe' }).click();
    await expect(visitor.getByRole('status')).toContainText(`We sent a link to ${address}`);
  });

  const desk = await openBrowser();
  await signIn(desk, 'Priya');
  await test.step('the outbox says so, and sends it when the server is mended', async () => {
    await desk.goto('/outbox?show=needs-you');
    const row = desk.getByRole('row', { name: new RegExp(address) });
    await expect(row).toContainText('Dead');
    await expectAccessible(desk);
    await row.getByRole('link').click();
    await expect(desk.getByRole('list', { name: 'Tries' })).toContainText('550');
    await mailServer('accept');
    await desk.getByRole('button', { name: 'Try now' }).click();
    await expect(desk.getByText('It is tried now')).toBeVisible();
    await desk.goto('/outbox');
    await expect(row).toContainText('Sent');
  });

  const severity = visitor.getByRole('combobox', { name: 'How serious?' });
  const chosen = visitor.getByRole('checkbox', { checked: true });
  const asked = linkIn(await expectMail(address, /confirm/i), /^\/subscriptions\//);
  await test.step('somebody else asks for the same address, about something else', async () => {
    await visitor.goto('/subscribe');
    await visitor.getByRole('textbox', { name: 'Email' }).fill(address);
    await visitor.getByRole('checkbox', { name: 'Payments' }).check();
    await severity.selectOption('CRITICAL');
    await visitor.getByRole('button', { name: 'Subscribe' }).click();
    await expect(visitor.getByRole('status')).toContainText(`We sent a link to ${address}`);
    await visitor.goto(linkIn(await expectMail(address, /updates about Payments/), /^\/subscriptions\//));
    await expect(chosen).toHaveAccessibleName(/^Payments/);
    await expect(severity).toHaveValue('CRITICAL');
  });

  await test.step('the reader sees what they asked for, confirms what they choose, changes it, and leaves', async () => {
    await visitor.goto(asked);
    await expect(chosen).toHaveCount(0);
    await expect(severity).toHaveValue('TRIVIAL');
    await visitor.getByRole('checkbox', { name: 'Sign-in' }).check();
    await visitor.getByRole('button', { name: 'Confirm' }).click();
    await expect(visitor.getByRole('status')).toContainText('Confirmed');
    await expect(chosen).toHaveAccessibleName(/^Sign-in/);
    await visitor.getByRole('checkbox', { name: 'Search' }).check();
    await visitor.getByRole('button', { name: 'Save' }).click();
    await expect(visitor.getByRole('status')).toContainText('Saved');
    await visitor.getByRole('button', { name: 'Unsubscribe' }).click();
    await expect(visitor.getByRole('heading', { level: 1 })).toContainText('You are unsubscribed');
  });

  await desk.goto('/outbox/subscribers?show=unsubscribed');
  await expect(desk.getByRole('row', { name: new RegExp(address) })).toContainText('Unsubscribed');
  await expectAccessible(desk);
});
