import { expect, signIn, test } from './fixtures';

/** Values that no list ever gave out: an old link, a truncated one, a typing error. */
const wrong =
  'show=nobody&scope=ever&only=these&mode=BOTH&state=GONE&noun=thing&from=soon&before=first&after=cut';

/** The address of each list, and what its choices are called. */
const lists = [
  ['/incidents', 'Which incidents'],
  ['/recovery', 'Which runs'],
  ['/services', 'Which services'],
  ['/triage', 'Which reports'],
  ['/resources', 'View'],
  ['/people', 'Which people'],
  ['/outbox', 'State'],
  ['/outbox/subscribers', 'Which subscribers'],
] as const;

for (const [path, choices] of lists) {
  test(`${path} is shown whatever its address says`, async ({ openBrowser }) => {
    const page = await openBrowser();
    await signIn(page, 'Priya');
    await page.goto(`${path}?${wrong}`);
    const chosen = page.getByRole('navigation', { name: choices }).locator('[aria-current="true"]');
    await expect(chosen).toHaveCount(1, { timeout: 60_000 });
  });
}

test('/audit is shown whatever its address says', async ({ openBrowser }) => {
  const page = await openBrowser();
  await signIn(page, 'Hanna');
  await page.goto(`/audit?${wrong}`);
  await expect(page.getByRole('combobox', { name: 'About what' })).toHaveValue('');
});

test('what a list understands of its address is kept', async ({ openBrowser }) => {
  const page = await openBrowser();
  await signIn(page, 'Priya');
  await page.goto(`/people?${wrong}&find=priya`);
  await expect(page.getByRole('searchbox', { name: /Find a person/ })).toHaveValue('priya');
});
