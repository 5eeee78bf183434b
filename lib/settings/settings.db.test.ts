import { expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { person } from '@/lib/members/testing/people';
import { cliContext } from '@/lib/platform/context';
import { newId } from '@/lib/platform/ids';
import { changeSettings } from '@/lib/settings/commands/change';
import { defaultTargets } from '@/lib/settings/rules/targets';
import { changeClocks } from './commands/change-clocks';
import { currentSettings, settingsInForce } from './in-force';
import { listSettingsVersions, readSettings } from './queries/read';
import { defaultSettings } from './schema';

testDatabase();

const inForce = async () => (await settingsInForce()).version;
const organisation = { name: 'Thornmere services', zone: 'Europe/London' };

test('a new installation has the defaults as version 1, also when many ask at once', async () => {
  const answers = await Promise.all([1, 2, 3, 4].map(() => settingsInForce()));
  expect(new Set(answers.map((answer) => answer.version))).toEqual(new Set([1]));
  expect(await currentSettings()).toEqual(defaultSettings);
  expect(await db().settingsVersion.count()).toBe(1);
});

test('a change is a new version with its reason; the old one stays', async () => {
  const admin = await person('ADMIN', 'Hanna');
  const version = await inForce();
  const view = await changeSettings(admin.ctx, { version, reason: 'Our own name', organisation });
  expect(view).toMatchObject({ version: version + 1, by: 'Hanna', reason: 'Our own name' });
  expect((await currentSettings()).organisation).toMatchObject(organisation);
  expect(await readSettings(admin.ctx, {})).toEqual(view);
  expect((await listSettingsVersions(admin.ctx, {})).map((row) => row.version)).toEqual([
    version + 1,
    version,
  ]);
  const event = await db().event.findFirstOrThrow({ where: { type: 'settings.changed' } });
  expect(event.data).toMatchObject({ version: version + 1, sections: ['organisation'] });
});

test('a change of one section leaves the others as they are', async () => {
  const admin = await person('ADMIN', 'Hanna');
  const before = (await readSettings(admin.ctx, {})).settings;
  const links = { ...before.links, confirmHours: before.links.confirmHours + 1 };
  const view = await changeSettings(admin.ctx, { version: await inForce(), reason: 'Longer links', links });
  expect(before.organisation.name).not.toBe(defaultSettings.organisation.name);
  expect(view.settings).toEqual({ ...before, links });
});

test('another process sees the change at its next question', async () => {
  await currentSettings();
  const version = await inForce();
  await db().settingsVersion.create({
    data: {
      version: version + 1,
      value: { ...defaultSettings, atRisk: 0.5 },
      checksum: Buffer.alloc(32),
      reason: 'From elsewhere',
    },
  });
  expect((await currentSettings()).atRisk).toBe(0.5);
});

test('a manager changes the clocks', async () => {
  const manager = await person('MANAGER');
  const update = { unit: 'BUSINESS_DAYS', amount: 1 } as const;
  const targets = { ...defaultTargets, MODERATE: { ...defaultTargets.MODERATE, update } };
  const view = await changeClocks(manager.ctx, {
    version: await inForce(),
    reason: 'A word every day',
    targets,
  });
  expect(view.settings.targets.MODERATE.update).toEqual(update);
  expect(view.settings.targets.CRITICAL).toEqual(defaultTargets.CRITICAL);
});

test('of two changes at once the second is told whose came first', async () => {
  const [a, b] = [await person('ADMIN', 'Hanna'), await person('ADMIN', 'Ruth')];
  const version = await inForce();
  const results = await Promise.allSettled([
    changeSettings(a.ctx, {
      version,
      reason: 'Hanna was here',
      organisation: { ...organisation, name: 'A' },
    }),
    changeSettings(b.ctx, { version, reason: 'Ruth was here', organisation: { ...organisation, name: 'B' } }),
  ]);
  const refused = results.find((result) => result.status === 'rejected');
  expect(refused?.reason).toMatchObject({
    code: 'conflict',
    message: expect.stringMatching(
      /^(Hanna|Ruth) changed the settings in between, at .+: Settings version \d+ saved: organisation\. Look at it again/,
    ),
    details: { version: version + 1 },
  });
  expect(await inForce()).toBe(version + 1);
});

test('saving what is in force, or without a reason, is refused', async () => {
  const version = await inForce();
  const same = (await currentSettings()).organisation;
  await expect(
    changeSettings(cliContext(), { version, reason: 'Nothing at all', organisation: same }),
  ).rejects.toMatchObject({ code: 'precondition' });
  await expect(changeSettings(cliContext(), { version, reason: ' ', organisation })).rejects.toMatchObject({
    code: 'invalid',
    fields: { reason: [expect.any(String)] },
  });
  await expect(
    changeSettings(cliContext(), {
      version,
      reason: 'A wrong zone',
      organisation: { name: 'X', zone: '+01:00' },
    }),
  ).rejects.toMatchObject({ code: 'invalid', fields: { 'organisation.zone': [expect.any(String)] } });
});

test('a repeated request makes one version', async () => {
  const version = await inForce();
  const ctx = cliContext({ idempotencyKey: newId() });
  const change = { version, reason: 'Once only', organisation: { ...organisation, name: 'Once' } };
  expect(await changeSettings(ctx, change)).toEqual(await changeSettings(ctx, change));
  expect(await inForce()).toBe(version + 1);
});
