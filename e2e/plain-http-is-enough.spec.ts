import { e2eNamedUrl } from '@/scripts/e2e/place';
import { expect, expectAccessible, sendReport, signInByPage, test } from './fixtures';

/** One white point. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==',
  'base64',
);

// A browser keeps much from pages that came without TLS from another machine; every complaint of it fails the test.
test('everything works by plain http and the name of a machine', async ({ openBrowser }) => {
  const user = await openBrowser({ baseURL: e2eNamedUrl });
  await test.step('a report with a picture, its reference copied, its page live', async () => {
    await user.goto('/');
    await user.getByRole('link', { name: 'Report a problem' }).first().click();
    expect(await user.evaluate(() => isSecureContext)).toBe(false);
    await user
      .getByLabel('Add a screenshot')
      .setInputFiles({ name: 'desk.png', mimeType: 'image/png', buffer: picture });
    const words = 'The list of cases is empty at every desk here.';
    const reference = await sendReport(user, {
      service: /^Payments/,
      words,
      name: 'Ines',
      email: 'ines@lan.example',
    });
    await user.getByRole('button', { name: 'Copy', exact: true }).click();
    await expect(user.getByRole('button', { name: 'Copied' })).toBeVisible();
    await user.evaluate(() => {
      const field = document.createElement('textarea');
      field.id = 'pasted';
      document.body.append(field);
      field.focus();
    });
    await user.keyboard.press('ControlOrMeta+v');
    await expect(user.locator('#pasted')).toHaveValue(reference);
    await user.getByRole('link', { name: 'Follow this report' }).click();
    await expect(user.getByText('Live', { exact: true })).toBeVisible();
    await expect(user.getByRole('link', { name: 'desk.png' })).toBeVisible();
    await expectAccessible(user);
  });

  await test.step('somebody signs in and declares', async () => {
    const desk = await openBrowser({ baseURL: e2eNamedUrl });
    await signInByPage(desk, 'Farah');
    await expect(desk.getByText('Live', { exact: true })).toBeVisible();
    await desk.goto('/incidents/new');
    await desk.getByLabel('Title').fill('Search is empty for an office');
    await desk.getByRole('radio', { name: /^Moderate/ }).check();
    await desk.getByLabel('Choose a service').selectOption({ label: 'Search' });
    await desk.getByRole('checkbox', { name: /^Keep it internal/ }).check();
    await desk.getByRole('button', { name: 'Declare internally' }).click();
    await expect(desk).toHaveURL(/\/incidents\/INC-\d+/);
    await expectAccessible(desk);
  });
});
