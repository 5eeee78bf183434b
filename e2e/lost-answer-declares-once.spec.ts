import { expect, expectAccessible, signIn, test } from './fixtures';

const title = 'Search finds nothing new';

test('an incident whose declaration got no answer is declared once, however often it is sent', async ({
  openBrowser,
}) => {
  const desk = await openBrowser({}, /ERR_FAILED/);
  await signIn(desk, 'Farah');
  await desk.goto('/incidents/new');
  await desk.getByLabel('Title').fill(title);
  await desk.getByRole('radio', { name: /^Moderate/ }).check();
  await desk.getByLabel('Choose a service').selectOption({ label: 'Search' });
  await desk.getByRole('checkbox', { name: /^Keep it internal/ }).check();
  await expectAccessible(desk);

  const answered: number[] = [];
  await desk.route('**/api/v1/incidents', async (route) => {
    const answer = await route.fetch();
    answered.push(answer.status());
    // The line is lost when the server has done its work.
    if (answered.length === 1) await route.abort();
    else await route.fulfill({ response: answer });
  });
  const declare = desk.getByRole('button', { name: 'Declare internally' });
  await declare.click();
  await expect(desk.getByRole('alert').getByText(/Standby cannot be reached/)).toBeVisible();
  await declare.click();
  await expect(desk).toHaveURL(/\/incidents\/INC-\d+/);
  await expect(desk.getByRole('heading', { level: 1 })).toContainText(title);
  expect(answered).toEqual([201, 201]);

  const response = await desk.request.get(
    `/api/v1/incidents?${new URLSearchParams({ text: title, scope: 'all' })}`,
  );
  const { rows }: { rows: { title: string }[] } = await response.json();
  expect(rows.map((row) => row.title)).toEqual([title]);
});
