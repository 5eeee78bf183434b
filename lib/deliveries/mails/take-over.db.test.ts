import { beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { type Office, openOffice, readMail } from '@/lib/deliveries/testing/office';
import { deliveriesTo, tellEverybody } from '@/lib/deliveries/testing/people';
import { incidentRead } from '@/lib/incidents/queries/read';
import { disableMember } from '@/lib/members/commands/disable-member';
import { setRole } from '@/lib/members/commands/set-role';
import { makeMember } from '@/lib/reports/testing/people-and-incidents';

testDatabase();

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});

test('a disabled member who leads an open incident is marked, and the managers are asked to take over', async () => {
  const admin = await makeMember('ADMIN', 'Ada');
  const farah = await makeMember('RESPONDER', 'Farah');
  const idle = await makeMember('RESPONDER', 'Ines');
  const { ref } = await office.declare({ managerId: farah.memberId });
  await db().service.update({ where: { id: office.search.id }, data: { ownerId: farah.memberId } });
  await disableMember(admin, { memberId: idle.memberId });
  await disableMember(admin, { memberId: farah.memberId });
  await tellEverybody();
  const asked = (await deliveriesTo(office.priya.email)).filter(
    ({ purpose }) => purpose === 'take-over-asked',
  );
  expect(asked.map(({ subject }) => subject)).toEqual(['Take over from Farah: 2 things wait for somebody']);
  const { text } = readMail(asked[0]);
  expect(text).toContain(`Incident manager of ${ref}, “Case Records is not available”`);
  expect(text).toContain('Owner of the service Search');
  expect(await deliveriesTo(farah.email)).toEqual([]);
  const view = await incidentRead(office.priya, { ref });
  expect(view.manager).toMatchObject({ name: 'Farah', disabled: true });
  expect(view.roles).toMatchObject([{ role: 'MANAGER', member: { disabled: true } }]);
});

test('whoever may lead no more by a new role leaves what they lead to the managers too', async () => {
  const admin = await makeMember('ADMIN', 'Alma');
  const omar = await makeMember('RESPONDER', 'Omar');
  await office.declare({ managerId: omar.memberId });
  const { version } = await db().member.findUniqueOrThrow({ where: { id: omar.memberId } });
  await setRole(admin, { memberId: omar.memberId, role: 'DEVELOPER', version });
  await tellEverybody();
  const subjects = (await deliveriesTo(office.priya.email)).map(({ subject }) => subject);
  expect(subjects).toContain('Take over from Omar: one thing waits for somebody');
});
