import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import { createCheckTemplate } from '@/lib/checks/commands/create-check-template';
import { editCheckTemplate } from '@/lib/checks/commands/edit-check-template';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { createDataset } from '@/lib/datasets/commands/create';
import { editDataset } from '@/lib/datasets/commands/edit';
import { person } from '@/lib/members/testing/people';
import { createMonitor } from '@/lib/monitors/commands/create';
import { editMonitor } from '@/lib/monitors/commands/edit';
import { cliContext } from '@/lib/platform/context';
import { createService } from '@/lib/services/commands/create';
import { editService } from '@/lib/services/commands/edit';
import { storedService } from '@/lib/services/write';
import { changeSettings } from '@/lib/settings/commands/change';
import { changeClocks } from '@/lib/settings/commands/change-clocks';
import { settingsInForce } from '@/lib/settings/in-force';
import { addCase } from '@/lib/suites/commands/add-case';
import { createSuite } from '@/lib/suites/commands/create';
import { editSuite } from '@/lib/suites/commands/edit';
import { editCase } from '@/lib/suites/commands/edit-case';
import { slug } from './testing/subjects/subject-case';

testDatabase();

const cli = cliContext();
const server = { name: 'shop-1', role: 'PRIMARY', site: 'Harbour', powerSupplies: 2 } as const;

/** One whose every field differs from what a new one has. */
const makeService = async () =>
  await createService(cli, {
    ...{ name: slug(), slug: slug(), description: 'Sells.', tier: 1, visibility: 'INTERNAL', group: 'Trade' },
    ...{
      publicAddress: 'shop.example.org',
      usedBy: 'Everybody',
      hours: 'Always',
      rtoMinutes: 60,
      rpoMinutes: 5,
    },
    ...{ agreedBy: 'Ruth', agreedOn: '2026-01-12', servers: [server], contacts: [{ name: 'Vendor desk' }] },
    dependsOn: [
      { serviceId: (await createService(cli, { name: slug(), slug: slug() })).id, note: 'Letters' },
    ],
  });
const probe = { kind: 'HTTP', request: { url: 'http://127.0.0.1:4101/health' }, timeoutMs: 5_000 } as const;
const request = { kind: 'HTTP', path: '/items', method: 'POST' } as const;
const makeSuite = async () =>
  await createSuite(cli, {
    serviceId: (await makeService()).id,
    name: 'Readers',
    description: 'What they do',
  });
const orders = {
  intervalMinutes: 5,
  rpoMinutes: 15,
  keepDays: 30,
  system: 'shop-1',
  location: '/var/orders',
};

/** What of a row an edit may change besides its fields. */
const ofEveryEdit = ['version', 'updatedAt', 'nextAt'];

type Noun = [
  name: string,
  make: () => Promise<{ read: () => Promise<object>; edit: () => Promise<unknown> }>,
];

/** Each with an edit of its name alone. */
const nouns: Noun[] = [
  [
    'service',
    async () => {
      const { id } = await makeService();
      return {
        read: () => db().$transaction((tx) => storedService(tx, id)),
        edit: () => editService(cli, { id, version: 1, name: slug() }),
      };
    },
  ],
  [
    'dataset',
    async () => {
      const { id } = await createDataset(cli, {
        serviceId: (await makeService()).id,
        name: 'Orders',
        ...orders,
      });
      return {
        read: () => db().dataset.findUniqueOrThrow({ where: { id } }),
        edit: () => editDataset(cli, { id, version: 1, name: 'Letters' }),
      };
    },
  ],
  [
    'monitor',
    async () => {
      const fields = { probe, intervalSeconds: 60, confirmations: 5, raisesReports: false };
      const { slug: service } = await makeService();
      const { id } = await createMonitor(cli, { service, name: 'Health', ...fields });
      await db().monitor.update({ where: { id }, data: { state: 'DOWN', failures: 5 } });
      return {
        read: () => db().monitor.findUniqueOrThrow({ where: { id } }),
        edit: () => editMonitor(cli, { monitorId: id, version: 1, name: 'Healthy' }),
      };
    },
  ],
  [
    'check template',
    async () => {
      const line = { area: 'INFRASTRUCTURE', instruction: 'Count it.', probe, position: 7 } as const;
      const { id } = await createCheckTemplate(cli, { ...line, name: 'Queue' });
      return {
        read: () => db().checkTemplate.findUniqueOrThrow({ where: { id } }),
        edit: () => editCheckTemplate(cli, { id, version: 1, name: 'Queue of mails' }),
      };
    },
  ],
  [
    'suite',
    async () => {
      const { id } = await makeSuite();
      return {
        read: () => db().suite.findUniqueOrThrow({ where: { id } }),
        edit: () => editSuite(cli, { suiteId: id, version: 1, name: 'Writers' }),
      };
    },
  ],
  [
    'case',
    async () => {
      const { id: suiteId } = await makeSuite();
      const comparison = { kind: 'HTTP', status: false, latency: { maxMs: 800 } } as const;
      const { id } = await addCase(cli, { suiteId, name: 'Look', request, comparison, timeoutMs: 500 });
      return {
        read: () => db().suiteCase.findUniqueOrThrow({ where: { id } }),
        edit: () => editCase(cli, { suiteId, caseId: id, version: 1, name: 'Look at it' }),
      };
    },
  ],
  [
    'organisation',
    async () => {
      const whole = {
        name: 'Thornmere',
        zone: 'Europe/London',
        deskPhone: '0123',
        deskEmail: 'desk@example.org',
      };
      const { version } = await settingsInForce();
      await changeSettings(cli, { version, reason: 'Our own', organisation: whole });
      const organisation = { name: 'Thornmere House' };
      return {
        read: async () => (await settingsInForce()).settings.organisation,
        edit: () => changeSettings(cli, { version: version + 1, reason: 'Its new name', organisation }),
      };
    },
  ],
];

test.each(nouns)('an edit of the name of a %s leaves all else as it is', async (_, make) => {
  const { read, edit } = await make();
  const before = Object.entries(await read());
  await edit();
  const after = new Map(Object.entries(await read()));
  const changed = before.filter(([field, value]) => !isDeepStrictEqual(after.get(field), value));
  expect(changed.map(([field]) => field).filter((field) => !ofEveryEdit.includes(field))).toEqual(['name']);
});

test('an edit of the office hours is held against what is in force', async () => {
  const { ctx: manager } = await person('MANAGER');
  const { version } = await settingsInForce();
  const late = { version, reason: 'From the evening on', officeHours: { from: '18:00' } };
  await expect(changeClocks(manager, late)).rejects.toMatchObject({
    fields: { 'officeHours.to': ['The office has to close after it opens.'] },
  });
  const { settings } = await changeClocks(manager, { ...late, officeHours: { from: '08:00' } });
  expect(settings.officeHours).toMatchObject({ from: '08:00', to: '17:00' });
});
