import { expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { type Actor, cliContext, systemContext } from '@/lib/platform/context';
import { sentenceOf } from '@/lib/platform/events/event-type';
import { newId } from '@/lib/platform/ids';
import { listServices, readService } from '@/lib/services/queries/read';
import { archiveService } from './commands/archive';
import { createService } from './commands/create';
import { editService } from './commands/edit';

testDatabase();

const ctx = cliContext();
const as = (role: 'DEVELOPER' | 'RESPONDER' | 'MANAGER') => {
  const actor: Actor = { kind: 'member', memberId: newId(), role, sessionId: newId() };
  return { ...systemContext('test'), actor };
};

const records = {
  name: 'Case Records',
  slug: 'case-records',
  tier: 1 as const,
  group: 'Casework',
  rtoMinutes: 60,
  servers: [
    { name: 'records-db-1', role: 'PRIMARY' as const, site: 'Harbour', powerSupplies: 2 },
    { name: 'records-db-2', role: 'SECONDARY' as const, site: 'Hill' },
  ],
};

test('a service is added with its servers and event, found by a server name, and read as a whole', async () => {
  const email = await createService(ctx, { name: 'Email', slug: 'email' });
  const made = await createService(ctx, {
    ...records,
    dependsOn: [{ serviceId: email.id, note: 'letters' }],
  });
  const event = await db().event.findFirstOrThrow({
    where: { type: 'service.created', subjects: { some: { subjectId: made.id } } },
  });
  expect(event.data).toEqual({ serviceId: made.id, tier: 1, visibility: 'PUBLIC' });

  const found = await listServices(as('DEVELOPER'), { text: 'records-db-2' });
  expect(found.map((service) => service.name)).toEqual(['Case Records']);
  const view = await readService(as('DEVELOPER'), { id: 'case-records' });
  expect(view.serverList.map((server) => [server.name, server.role])).toEqual([
    ['records-db-1', 'PRIMARY'],
    ['records-db-2', 'SECONDARY'],
  ]);
  expect(view.dependsOn).toMatchObject([{ name: 'Email', note: 'letters', status: 'OPERATIONAL' }]);
  expect(view).toMatchObject({ status: 'OPERATIONAL', since: null, group: 'Casework', version: 1 });
  expect(await readService(as('DEVELOPER'), { id: made.id })).toEqual(view);
});

test('two people save at once: one wins, the other is told and overwrites nothing', async () => {
  const made = await createService(ctx, { ...records, name: 'Search', slug: 'search', servers: [] });
  const save = (description: string) =>
    editService(ctx, { name: 'Search', slug: 'search', description, id: made.id, version: 1 });
  const results = await Promise.allSettled([save('first'), save('second')]);
  expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
  const refused = results.find((result) => result.status === 'rejected');
  expect(refused?.reason).toMatchObject({ code: 'conflict', details: { version: 2 } });
  expect(await db().event.count({ where: { type: 'service.edited' } })).toBe(1);
});

test('what was changed is said by the labels of its fields, with servers and contacts among them', async () => {
  const { id } = await createService(ctx, { ...records, name: 'Files', slug: 'files', servers: [] });
  const edit = (version: number, more: Partial<Parameters<typeof editService>[1]>) =>
    editService(ctx, { ...records, name: 'Files', slug: 'files', servers: [], id, version, ...more });
  const contacts = [{ name: 'Vendor desk' }];
  expect(await edit(1, {})).toMatchObject({ version: 1 });
  await edit(1, { contacts, rtoMinutes: 7 });
  await edit(2, { contacts, rtoMinutes: 7, servers: [{ name: 'files-1', role: 'PRIMARY' }] });
  const events = await db().event.findMany({
    where: { type: 'service.edited', subjects: { some: { subjectId: id } } },
    orderBy: { id: 'asc' },
  });
  const said = events.map((event) => sentenceOf(event as Parameters<typeof sentenceOf>[0], () => null));
  expect(said).toEqual(['Service changed: RTO and contacts', 'Service changed: servers']);
});

test('a name taken, a service that depends on itself or on nothing known are refused by field', async () => {
  const made = await createService(ctx, { name: 'Payments', slug: 'payments' });
  await expect(createService(ctx, { name: 'Payments', slug: 'payments-2' })).rejects.toMatchObject({
    code: 'invalid',
    fields: { name: [expect.stringContaining('Another service')] },
  });
  const dependsOn = [{ serviceId: made.id }];
  await expect(
    editService(ctx, { name: 'Payments', slug: 'payments', id: made.id, version: 1, dependsOn }),
  ).rejects.toMatchObject({ fields: { dependsOn: ['A service cannot depend on itself.'] } });
  await expect(
    createService(ctx, { name: 'Other', slug: 'other', dependsOn: [{ serviceId: newId() }] }),
  ).rejects.toMatchObject({ code: 'invalid' });
});

test('who agreed and when are said together, or one beside what is there', async () => {
  const shop = { name: 'Agreed', slug: 'agreed' };
  const who = { agreedBy: ['Say who agreed on the objectives, or leave out the day too.'] };
  const day = { agreedOn: ['Say on which day they were agreed, or leave out who agreed too.'] };
  const on = { agreedOn: '2026-01-12' };
  await expect(createService(ctx, { ...shop, ...on })).rejects.toMatchObject({ fields: who });
  await expect(createService(ctx, { ...shop, agreedBy: 'Ruth' })).rejects.toMatchObject({ fields: day });
  const year = { agreedOn: ['Give a time between the years 2000 and 2100.'] };
  await expect(
    createService(ctx, { ...shop, agreedBy: 'Ruth', agreedOn: '0000-01-01' }),
  ).rejects.toMatchObject({ fields: year });
  const { id } = await createService(ctx, { ...shop, agreedBy: 'Ruth', ...on });
  await editService(ctx, { id, version: 1, agreedBy: 'Hanna' });
  await expect(editService(ctx, { id, version: 2, agreedBy: null })).rejects.toMatchObject({ fields: who });
  await editService(ctx, { id, version: 2, agreedBy: null, agreedOn: null });
});

test('a responder may read the catalogue and change nothing in it', async () => {
  const made = await createService(ctx, { name: 'Intranet', slug: 'intranet' });
  await expect(createService(as('RESPONDER'), { name: 'X', slug: 'x' })).rejects.toMatchObject({
    code: 'forbidden',
  });
  await expect(
    editService(as('DEVELOPER'), { name: 'X', slug: 'x', id: made.id, version: 1 }),
  ).rejects.toMatchObject({ code: 'forbidden' });
  await expect(archiveService(as('RESPONDER'), { id: made.id, version: 1 })).rejects.toMatchObject({
    code: 'forbidden',
  });
});

test('archived, a service leaves the list and can come back', async () => {
  const made = await createService(ctx, { name: 'Fax', slug: 'fax' });
  await archiveService(as('MANAGER'), { id: made.id, version: 1 });
  expect((await listServices(ctx, {})).some((service) => service.slug === 'fax')).toBe(false);
  expect((await listServices(ctx, { only: 'archived' })).map((service) => service.slug)).toEqual(['fax']);
  await archiveService(as('MANAGER'), { id: made.id, version: 2, archived: false });
  expect((await listServices(ctx, {})).some((service) => service.slug === 'fax')).toBe(true);
});

test('an unknown service is told as such', async () => {
  await expect(readService(as('DEVELOPER'), { id: 'nowhere' })).rejects.toMatchObject({
    code: 'not_found',
  });
});
