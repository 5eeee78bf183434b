import { expect, expectAccessible, expectMail, linkIn, phone, sendReport, test } from './fixtures';
import { expectNarrow, namesOnShow } from './narrow';

const address = 'parcels@westgate.example';

test('who pressed “This was not me” by mistake lets mails come again behind the same link', async ({
  openBrowser,
}) => {
  const stranger = await openBrowser();
  await stranger.goto('/report');
  const words = 'No card is taken at the counter.';
  await sendReport(stranger, { service: /^Payments/, words, name: 'Robin', email: address });
  const link = linkIn(await expectMail(address, /R-/), /^\/not-me\//);

  const owner = await openBrowser({ ...phone, colorScheme: 'dark' });
  const names = await namesOnShow(owner);
  const heading = owner.getByRole('heading', { level: 1 });
  const isRefused = /Nothing more is sent to this address/;
  const isAsked = /Did somebody else give us your address/;
  const lookRound = async () => {
    await expect(owner.getByText(address)).toBeVisible();
    await expectAccessible(owner);
    await expectNarrow(owner, names);
  };

  await test.step('opening the link changes nothing, its button does', async () => {
    await owner.goto(link);
    await owner.reload();
    await expect(heading).toHaveText(isAsked);
    await lookRound();
    await owner.getByRole('button', { name: 'This was not me' }).click();
    await expect(heading).toHaveText(isRefused);
    await lookRound();
  });

  await test.step('the link says so afterwards, and opening it takes nothing back', async () => {
    await owner.goto(link);
    await owner.reload();
    await expect(heading).toHaveText(isRefused);
    await lookRound();
  });

  await test.step('it is taken back, also without JavaScript, and mails come again', async () => {
    const plain = await openBrowser({ javaScriptEnabled: false });
    await plain.goto(link);
    await plain.getByRole('button', { name: 'Send mails to this address again' }).click();
    await expect(plain.getByRole('status')).toContainText('We write to this address again');
    await owner.goto(link);
    await expect(heading).toHaveText(isAsked);
    await plain.goto('/subscribe');
    await plain.getByRole('textbox', { name: 'Email' }).fill(address);
    await plain.getByRole('button', { name: 'Subscribe' }).click();
    await expectMail(address, /confirm/i);
  });
});

test('whoever confirms a report sees what it says before, and that it was confirmed afterwards', async ({
  openBrowser,
}) => {
  const to = 'reading-room@westgate.example';
  const words = 'The catalogue shows no title at all.';
  const owner = await openBrowser({ ...phone, colorScheme: 'dark' });
  // A program that does not come by our form is asked for the address first.
  const answer = await owner.request.post('/api/v1/reports', {
    data: { service: 'search', experience: 'UNUSABLE', description: words, email: to },
  });
  expect(await answer.json()).toMatchObject({ held: true });
  const link = linkIn(await expectMail(to, /confirm/i), /^\/report\/confirm\//);
  await owner.goto(link);
  await expect(owner.getByRole('heading', { level: 1 })).toHaveText('Is this report yours?');
  await expect(owner.getByText(words)).toBeVisible();
  await expectAccessible(owner);
  await expectNarrow(owner, await namesOnShow(owner));
  await owner.goto(link);
  await owner.getByRole('button', { name: 'Yes, it is mine' }).click();
  await expect(owner.getByRole('status')).toContainText('A person reads it next');
  await owner.goto(link);
  await expect(owner.getByRole('button', { name: 'Yes, it is mine' })).toHaveCount(0);
});
