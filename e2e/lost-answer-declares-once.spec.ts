import type { Page } from '@playwright/test';
import { askApi, expect, expectAccessible, signIn, test } from './fixtures';

const away = /Standby cannot be reached/;

/** The first act sent there is done and the line is lost before its answer. @returns what was answered */
async function loseFirstAnswer(desk: Page, address: string) {
  const answers: { status: number; body: unknown }[] = [];
  await desk.route(address, async (route) => {
    if (route.request().method() !== 'POST') return await route.fallback();
    const response = await route.fetch();
    answers.push({ status: response.status(), body: await response.json() });
    if (answers.length === 1) await route.abort();
    else await route.fulfill({ response });
  });
  return answers;
}

async function fillDeclaration(desk: Page, title: string): Promise<void> {
  await desk.goto('/incidents/new');
  await desk.getByLabel('Title').fill(title);
  await desk.getByRole('radio', { name: /^Moderate/ }).check();
  await desk.getByLabel('Choose a service').selectOption({ label: 'Search' });
  await desk.getByRole('checkbox', { name: /^Keep it internal/ }).check();
}

test('an incident whose declaration got no answer is declared once, however often it is sent', async ({
  openBrowser,
}) => {
  const title = 'Search finds nothing new';
  const desk = await openBrowser({}, /ERR_FAILED/);
  await signIn(desk, 'Farah');
  await fillDeclaration(desk, title);
  await expectAccessible(desk);

  const answers = await loseFirstAnswer(desk, '**/api/v1/incidents');
  const declare = desk.getByRole('button', { name: 'Declare internally' });
  await declare.click();
  await expect(desk.getByRole('alert').getByText(away)).toBeVisible();
  await declare.click();
  await expect(desk).toHaveURL(/\/incidents\/INC-\d+/);
  await expect(desk.getByRole('heading', { level: 1 })).toContainText(title);
  expect(answers.map(({ status }) => status)).toEqual([201, 201]);

  const path = `/incidents?${new URLSearchParams({ text: title, scope: 'all' })}`;
  const { rows } = await askApi<{ rows: { title: string }[] }>(desk, path);
  expect(rows.map((row) => row.title)).toEqual([title]);
});

test('a declaration that got no answer is found again after a reload, and is still the same one', async ({
  openBrowser,
}) => {
  const title = 'Search is behind by a day';
  const desk = await openBrowser({}, /ERR_FAILED/);
  await signIn(desk, 'Farah');
  await fillDeclaration(desk, title);
  const declared = await loseFirstAnswer(desk, '**/api/v1/incidents');
  const declare = desk.getByRole('button', { name: 'Declare internally' });
  await declare.click();
  await expect(desk.getByRole('alert').getByText(away)).toBeVisible();
  await desk.reload();
  await expect(desk.getByLabel('Title')).toHaveValue(title);
  await declare.click();
  await expect(desk).toHaveURL(/\/incidents\/INC-\d+/);
  expect(declared[1]).toEqual(declared[0]);

  await desk.goto(`${new URL(desk.url()).pathname}/resources`);
  const reason = desk.getByRole('form', { name: 'Ask for a resource' }).getByLabel('What for');
  await reason.fill('To load the index again');
  await desk.reload();
  await expect(reason).toHaveValue('To load the index again');
});
