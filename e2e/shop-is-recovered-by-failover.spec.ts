import type { RecoveryPlanRow } from '@/lib/runs/queries/plan-views';
import {
  askApi,
  expect,
  expectAccessible,
  expectMail,
  firstDrill,
  linkIn,
  phone,
  readInQueue,
  runOf,
  sendReport,
  signIn,
  standby,
  test,
} from './fixtures';

const reporter = 'kit@harbour.example';
const title = 'The shop does not answer';

/** Where users reach the shop, as `demo status` says it. */
async function frontAddress(): Promise<string> {
  const found = /live\)\s+front\s+(http:\/\/\S+)/.exec(await standby('demo', 'status'));
  if (!found?.[1]) throw new Error('The demo does not say where its front address is.');
  return found[1];
}

async function servedBy(front: string): Promise<string> {
  const answer = await fetch(`${front}/health`).catch(() => null);
  return answer?.ok ? (answer.headers.get('x-served-by') ?? 'nobody') : `error ${answer?.status}`;
}

test('a shop that is down is switched over to its secondary, and users know the time because it was drilled', async ({
  openBrowser,
}) => {
  // The browser notes a refused booking in its console.
  const manager = await openBrowser({}, /status of 409/);
  await signIn(manager, 'Priya');
  const front = await frontAddress();

  let took = '';
  await test.step('a drill ran first, for real, and left its time', async () => {
    await expect
      .poll(async () => (await firstDrill(manager, 'FAILOVER'))?.state, { timeout: 300_000 })
      .toBe('VERIFIED');
    const drill = await firstDrill(manager, 'FAILOVER');
    const plans = await askApi<RecoveryPlanRow[]>(manager, '/runs/plans?service=shop');
    const words = plans.find(({ name }) => name === 'Switch to shop-2')?.estimate.words ?? '';
    took = /^took (.+) in 1 drill,/.exec(words)?.[1] ?? words;
    await manager.goto(`/recovery/${drill?.ref}`);
    await expect(manager.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(manager);
  });

  await test.step('the primary is broken for real', async () => {
    expect(await servedBy(front)).toBe('shop-1');
    await standby('demo', 'break', 'primary', '--how', 'down');
    await expect.poll(() => servedBy(front)).toMatch(/^error 50\d$/);
  });

  const user = await openBrowser(phone);
  let reference = '';
  await test.step('a user reports it by phone', async () => {
    await user.goto('/report?service=shop');
    const words = 'Every page of the shop says “bad gateway”.';
    reference = await sendReport(user, { service: /^Shop/, words, name: 'Kit', email: reporter });
  });

  let incident = '';
  await test.step('it is triaged Critical and declared', async () => {
    await manager.goto('/triage');
    await readInQueue(manager, 'Every page of the shop');
    await expect(manager.getByRole('region', { name: 'Report' }).getByText(reference)).toBeVisible();
    await manager.keyboard.press('n');
    await manager.keyboard.press('1');
    await manager.getByRole('button', { name: /Declare as Critical/ }).click();
    const dialog = manager.getByRole('dialog', { name: /^Declare/ });
    await dialog.getByLabel('Title').fill(title);
    await dialog.getByLabel('First update').fill('The shop does not answer. We are looking at its servers.');
    await dialog.getByRole('button', { name: 'See what users will see' }).click();
    await dialog.getByRole('button', { name: 'Declare and show users' }).click();
    await expect(manager).toHaveURL(/\/incidents\/INC-\d+/);
    incident = /INC-\d+/.exec(manager.url())?.[0] ?? '';
  });

  await test.step('the checks point at the broken server', async () => {
    await manager.getByRole('link', { name: /^Investigation/ }).click();
    await manager.getByRole('button', { name: 'Start investigating' }).click();
    await expect(
      manager.getByRole('heading', {
        name: 'The fault points to shop-1: nothing answers on its port, while shop-front and shop-2 answer.',
      }),
    ).toBeVisible();
    await expectAccessible(manager);
    await manager.getByRole('button', { name: 'Confirm the cause' }).click();
    const dialog = manager.getByRole('dialog');
    await expectAccessible(manager);
    await dialog.getByRole('button', { name: /^Confirm/ }).click();
    await expect(manager.getByText('Cause confirmed')).toBeVisible();
  });

  await test.step('a person and the spare server are allocated, and a second booking is refused', async () => {
    await manager
      .getByRole('link', { name: /^Resources/ })
      .first()
      .click();
    await manager.goto(`/incidents/${incident}/resources`);
    const form = manager.getByRole('form', { name: 'Ask for a resource' });
    const book = async (who: string, button: RegExp): Promise<void> => {
      // The form empties itself after a booking; what is chosen before that is lost.
      await expect(form.getByLabel('Who or what')).toHaveValue('');
      const choice = form.getByRole('option', { name: new RegExp(`^${who}`) });
      await form.getByLabel('Who or what').selectOption(await choice.getAttribute('value'));
      await form.getByLabel('Aspect').selectOption({ label: 'Server infrastructure' });
      await form.getByRole('button', { name: button }).click();
    };
    await book('Jonas', /^Ask Jonas/);
    await expect(manager.getByText('Jonas is asked')).toBeVisible();
    await book('Spare server', /^Book Spare server/);
    await expect(manager.getByText('Spare server is booked')).toBeVisible();
    await book('Spare server', /^Book Spare server/);
    await expect(
      manager.getByRole('alert').filter({ hasText: 'Refused: Spare server is held until' }),
    ).toContainText(incident);
    await expect(manager.getByRole('alert').getByRole('button', { name: /^Book from/ })).toBeVisible();
    await expectAccessible(manager);
    const person = await openBrowser();
    await signIn(person, 'Jonas');
    await person.goto(`/incidents/${incident}/resources`);
    await person.getByRole('button', { name: /^Accept/ }).click();
    await expect(person.getByRole('button', { name: /^Accept/ })).toBeHidden();
  });

  const visitor = await openBrowser(phone);
  let run = '';
  await test.step('failover is decided; users see its step, and when it is expected back', async () => {
    await manager.goto(`/incidents/${incident}/recovery`);
    const option = manager.getByRole('listitem', { name: /^Failover: Switch to shop-2/ });
    await expect(option).toContainText(`Took ${took} in 1 drill`);
    await option.getByRole('button', { name: 'Start failover' }).click();
    await expectAccessible(manager);
    await manager.getByRole('dialog').getByRole('button', { name: 'Start the failover' }).click();
    await manager.getByRole('button', { name: 'Begin the run' }).click();
    await expect(manager.getByRole('button', { name: 'Approve' })).toBeVisible();
    await expectAccessible(manager);
    run = /FO-\d+/.exec((await manager.getByRole('main').textContent()) ?? '')?.[0] ?? '';
    await expect(async () => {
      await visitor.goto(`/status/${incident}`);
      await expect(visitor.getByText(/step 1 of 3/).first()).toBeVisible({ timeout: 500 });
    }).toPass();
    await expect(visitor.getByText(`Took ${took} in 1 practice run.`, { exact: true }).first()).toBeVisible();
    await expectAccessible(visitor);
    await visitor.goto('/');
    await expectAccessible(visitor);
  });

  await test.step('the switch is approved, the front answers from the secondary, and it is verified', async () => {
    await manager.getByRole('button', { name: 'Approve' }).click();
    await expectMail(reporter, /switching the shop to its second server/);
    await expectMail(reporter, /in 1 practice run/);
    await expect.poll(async () => (await runOf(manager, run)).state).toBe('VERIFIED');
    expect(await servedBy(front)).toBe('shop-2');
    const { rtaSeconds, rpaSeconds } = await runOf(manager, run);
    expect(rtaSeconds).toBeGreaterThan(0);
    expect(rpaSeconds).not.toBeNull();
    await expect(manager.getByText('RTA, back after')).toBeVisible();
    await expectAccessible(manager);
    await expectMail(reporter, /again|works/i);
  });

  await test.step('resolved, confirmed by the reporter, closed', async () => {
    await manager.goto(`/incidents/${incident}`);
    await manager.getByRole('button', { name: 'Resolve' }).click();
    const resolve = manager.getByRole('dialog', { name: /^Resolve/ });
    await resolve.getByLabel('What everyone reads').fill('The shop is back, on its second server.');
    const skipped = resolve.getByLabel(/Why are stages skipped/);
    if (await skipped.isVisible()) await skipped.fill('Switched over.');
    await resolve.getByRole('button', { name: 'Resolve and tell everyone' }).click();
    await expect(resolve).toBeHidden();
    const asked = await expectMail(reporter, /working for you/i);
    await user.goto(linkIn(asked, /^\/track\//));
    await user.getByRole('button', { name: 'Yes, it works' }).click();
    await expect(user.getByText(/You said/)).toBeVisible();
    await manager.getByRole('button', { name: 'Close', exact: true }).first().click();
    const close = manager.getByRole('dialog', { name: /^Close/ });
    await close.getByRole('button', { name: 'Close it' }).click();
    await expect(close).toBeHidden();
  });

  await test.step('the primary is mended, and users are led back to it', async () => {
    await standby('demo', 'mend');
    await manager.goto('/recovery');
    await manager.getByRole('button', { name: 'Start a live run' }).click();
    const dialog = manager.getByRole('dialog');
    const label = await dialog.getByRole('option', { name: /\(failback\)/ }).textContent();
    await dialog.getByLabel('Which plan?').selectOption({ label: label ?? '' });
    await dialog.getByRole('button', { name: 'Start the failback' }).click();
    await expect(manager).toHaveURL(/\/recovery\/FB-\d+/);
    const back = /FB-\d+/.exec(manager.url())?.[0] ?? '';
    await manager.getByRole('button', { name: 'Begin the run' }).click();
    await manager.getByRole('button', { name: 'Confirm: it is done' }).click();
    await manager.getByRole('button', { name: 'Approve' }).click();
    await expect.poll(async () => (await runOf(manager, back)).state).toBe('VERIFIED');
    expect(await servedBy(front)).toBe('shop-1');
    expect(await standby('audit', 'verify')).toContain('the chain holds');
  });
});
