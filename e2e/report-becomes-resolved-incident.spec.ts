import {
  askApi,
  expect,
  expectAccessible,
  expectMail,
  linkIn,
  mailsTo,
  phone,
  readInQueue,
  sendReport,
  signIn,
  standby,
  test,
} from './fixtures';

const reporter = 'dana@westfield.example';
const title = 'Payments takes no cards';

/** The order in which the main job has to leave its traces. */
const expectedSteps = [
  'report.filed',
  'incident.declared',
  'update.published',
  'update.published',
  'report.replied',
  'update.published',
  'incident.resolved',
  'report.answered',
  'incident.closed',
];

test('a report without an account becomes an incident, everybody is told, and its reporter confirms the end', async ({
  openBrowser,
}) => {
  const subscriber = await openBrowser();
  await test.step('somebody subscribes, and confirms by mail', async () => {
    await subscriber.goto('/');
    await subscriber.getByRole('textbox', { name: 'Email' }).fill('office@northgate.example');
    await subscriber.getByRole('button', { name: 'Subscribe' }).click();
    const confirmation = await expectMail('office@northgate.example', /confirm/i);
    await subscriber.goto(linkIn(confirmation, /^\/subscriptions\//));
    await expectAccessible(subscriber);
    await subscriber.getByRole('button', { name: /confirm|yes/i }).click();
    await expect(subscriber.getByRole('heading', { level: 1 })).toBeVisible();
  });

  const desk = await openBrowser();
  await signIn(desk, 'Farah');
  await desk.goto('/triage');
  await expect(desk.getByText('Live', { exact: true })).toBeVisible();
  await expectAccessible(desk);

  const user = await openBrowser({ ...phone, javaScriptEnabled: false });
  let reference = '';
  await test.step('a user reports by phone, without JavaScript', async () => {
    await user.goto('/');
    await user.getByRole('link', { name: 'Report a problem' }).first().click();
    const words = 'No card is taken at our desk, the machine says “declined”.';
    reference = await sendReport(user, { service: /^Payments/, words, name: 'Dana', email: reporter });
  });

  const receipt = await expectMail(reporter, new RegExp(reference));
  const tracking = linkIn(receipt, /^\/track\//);

  let incident = '';
  await test.step('the service desk sees it arrive, triages it Critical by keyboard and declares', async () => {
    await readInQueue(desk, 'No card is taken at our desk');
    await expect(desk.getByRole('region', { name: 'Report' }).getByText(reference)).toBeVisible();
    await desk.keyboard.press('n');
    await desk.keyboard.press('1');
    await expect(desk.getByRole('button', { name: /Declare as Critical/ })).toBeVisible();
    await desk.keyboard.press('Enter');
    const dialog = desk.getByRole('dialog', { name: /^Declare/ });
    await dialog.getByLabel('Title').fill(title);
    await dialog
      .getByLabel('First update')
      .fill(
        'Payments takes no cards at any desk. Please take cash. We are looking at the connection to the card company.',
      );
    await expectAccessible(desk);
    await dialog.getByRole('button', { name: 'See what users will see' }).press('Enter');
    await dialog.getByRole('button', { name: 'Declare and show users' }).press('Enter');
    await expect(desk).toHaveURL(/\/incidents\/INC-\d+/);
    incident = /INC-\d+/.exec(desk.url())?.[0] ?? '';
    await expect(desk.getByRole('heading', { level: 1 })).toContainText(title);
    await expectAccessible(desk);
  });

  await test.step('the status page and the subscriber know', async () => {
    const visitor = await openBrowser();
    await expect(async () => {
      await visitor.goto('/');
      await expect(visitor.getByRole('heading', { name: title })).toBeVisible({ timeout: 500 });
    }).toPass();
    await expectAccessible(visitor);
    await visitor.goto(`/status/${incident}`);
    await expectAccessible(visitor);
    await expectMail('office@northgate.example', /Please take cash/);
    await expectMail(reporter, /Please take cash/);
  });

  const post = async (text: string): Promise<void> => {
    await desk.getByRole('textbox', { name: 'Update' }).fill(text);
    await desk.getByRole('button', { name: /^Post to/ }).click();
    await expect(desk.getByRole('main').getByText(text).first()).toBeVisible();
    await expect(desk.getByRole('textbox', { name: 'Update' })).toHaveValue('');
    // What it changed has been read again, so that the next form is about that.
    await expect(desk.getByRole('button', { name: /^Post to/ })).not.toHaveAttribute('aria-busy', 'true');
  };

  const own = await openBrowser(phone);
  await test.step('an update, with a promise; the user answers in the conversation, live', async () => {
    await post(
      'The card company confirmed a fault on their side and is working on it. Please go on taking cash.',
    );
    await own.goto(tracking);
    await expect(own.getByText('The card company confirmed a fault')).toBeVisible();
    await expectAccessible(own);
    await own
      .getByLabel('Your reply')
      .or(own.getByPlaceholder(/Write to the team/))
      .fill('Do contactless cards work?');
    await own.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(own.getByRole('log').getByText('Do contactless cards work?')).toBeVisible();

    await desk.getByRole('link', { name: /^Reports/ }).click();
    await desk
      .getByRole('link', { name: new RegExp(reference) })
      .first()
      .click();
    await expect(desk.getByText('Do contactless cards work?')).toBeVisible();
    await desk.getByLabel('Write to Dana').fill('Not yet, only cash. We write as soon as that changes.');
    await desk.getByRole('button', { name: 'Send to Dana' }).click();
    await expect(own.getByRole('log').getByText('Not yet, only cash.')).toBeVisible();
    await expectMail(reporter, /only cash\. We write/);
    await expectAccessible(desk);
    await desk.getByRole('link', { name: /^Timeline/ }).click();
  });

  await test.step('a second update, then resolved', async () => {
    await post('Cards are taken again at the first desks. The rest follows within minutes.');
    await desk.getByRole('button', { name: 'Resolve' }).click();
    const dialog = desk.getByRole('dialog', { name: /^Resolve/ });
    await dialog
      .getByLabel('What everyone reads')
      .fill('Cards are taken again at every desk. Nothing was charged twice.');
    await dialog.getByLabel(/Why are stages skipped/).fill('Mended by the card company.');
    await expectAccessible(desk);
    await dialog.getByRole('button', { name: 'Resolve and tell everyone' }).click();
    await expect(dialog).toBeHidden();
  });

  await test.step('the reporter is asked, and says that it works; what was begun elsewhere stays', async () => {
    const asked = await expectMail(reporter, /working for you/i);
    const comment = 'The desk in the hall was never slow.';
    const elsewhere = await openBrowser();
    await elsewhere.goto(linkIn(asked, /^\/track\//));
    await elsewhere.getByText('What is still not right?').click();
    const written = elsewhere.getByRole('textbox', { name: 'What is still not right?' });
    await written.fill(comment);
    await expect(elsewhere.getByText('Live', { exact: true })).toBeVisible();
    await own.goto(linkIn(asked, /^\/track\//));
    await own.getByRole('button', { name: 'Yes, it works' }).click();
    await expect(own.getByText(/You said/)).toBeVisible();
    await expect(elsewhere.getByText(/You said/)).toBeVisible();
    await expect(written).toHaveValue(comment);
    await expectAccessible(own);
  });

  await test.step('the incident is closed, and the status page is calm about it', async () => {
    await desk.getByRole('button', { name: 'Close', exact: true }).first().click();
    const dialog = desk.getByRole('dialog', { name: /^Close/ });
    await dialog.getByRole('button', { name: 'Close it' }).click();
    await expect(dialog).toBeHidden();
    const visitor = await openBrowser();
    await expect(async () => {
      await visitor.goto('/');
      await expect(visitor.getByRole('heading', { name: title, level: 2 })).toBeHidden({ timeout: 500 });
    }).toPass();
  });

  await test.step('the timeline holds every step in order, and the log verifies', async () => {
    const path = `/incidents/${incident}/timeline?filter=ALL`;
    const { items } = await askApi<{ items: { type: string }[] }>(desk, path);
    const types = items.map((item) => item.type).reverse();
    let from = 0;
    for (const step of expectedSteps) {
      const at = types.indexOf(step, from);
      expect(
        at,
        `${step} is missing after ${types.slice(0, from).join(', ')} in ${types.join(', ')}`,
      ).toBeGreaterThanOrEqual(from);
      from = at + 1;
    }
    expect(await standby('audit', 'verify')).toContain('the chain holds');
    const mails = await mailsTo(reporter);
    expect(new Set(mails.map((mail) => mail.messageId)).size).toBe(mails.length);
  });
});
