import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '@/lib/database/testing/database';
import { type Office, openOffice, readMail } from '@/lib/deliveries/testing/office';
import { deliveriesTo, tellEverybody } from '@/lib/deliveries/testing/people';
import { settings } from '@/lib/platform/process/environment';
import { toldTime } from '@/lib/platform/testing/told-time';
import { makeMember } from '@/lib/reports/testing/people-and-incidents';
import { refuseAllocation } from '@/lib/resources/commands/refuse';
import { releaseAllocation } from '@/lib/resources/commands/release';
import { requestAllocation } from '@/lib/resources/commands/request';
import { makeTeam } from '@/lib/resources/testing/booked';

testDatabase();

let office: Office;
let ref: string;
beforeAll(async () => {
  office = await openOffice();
  ref = (await office.declare()).ref;
});

const ask = (resourceId: string, note?: string) =>
  requestAllocation(office.priya, {
    resourceId,
    ref,
    aspect: 'RECOVERY',
    minutes: 45,
    ...(note ? { note } : {}),
  });

async function mailsTo(address: string) {
  await tellEverybody();
  const mails = await deliveriesTo(address);
  return mails.filter(({ purpose }) => purpose.startsWith('allocation-'));
}

describe('whoever is booked', () => {
  test('hears for what, until when and from whom, with a link to answer', async () => {
    const mei = await makeMember('DEVELOPER', 'Mei');
    await ask(mei.memberId, 'Promote the secondary');
    const [mail] = await mailsTo(mei.email);
    expect(mail).toMatchObject({
      purpose: 'allocation-asked',
      recipientKind: 'MEMBER',
      subject: `You are asked for: recovery on ${ref} Case Records is not available`,
    });
    const { text } = readMail(mail);
    expect(text).toContain(`Priya asks for you on ${ref}, to look after recovery.`);
    expect(text).toContain('Promote the secondary');
    expect(text).toMatch(new RegExp(`From ${toldTime} until ${toldTime}\\.`));
    expect(text).toContain(`${settings().url}/incidents/${ref}/resources`);
  });

  test('as a team: its lead, or all of it while nobody leads', async () => {
    const [lead, one, two] = [
      await makeMember('RESPONDER', 'Lea'),
      await makeMember('DEVELOPER', 'Ana'),
      await makeMember('DEVELOPER', 'Jonas'),
    ];
    await ask(await makeTeam('Network team', 1, [lead.memberId, one.memberId], lead.memberId));
    await ask(await makeTeam('Service desk', 1, [one.memberId, two.memberId], null));
    const subjects = async (to: { email: string }) => (await mailsTo(to.email)).map(({ subject }) => subject);
    const asked = (team: string) => `${team} is asked for: recovery on ${ref} Case Records is not available`;
    expect(await subjects(lead)).toEqual([asked('Network team')]);
    expect(await subjects(one)).toEqual([asked('Service desk')]);
    expect(await subjects(two)).toEqual([asked('Service desk')]);
  });

  test('hears of a release by somebody else; who asked hears of a refusal and why', async () => {
    const seun = await makeMember('RESPONDER', 'Seun');
    const first = await ask(seun.memberId);
    await releaseAllocation(office.tom, { allocationId: first.id });
    const second = await ask(seun.memberId);
    await refuseAllocation(seun, { allocationId: second.id, reason: 'On leave until Monday' });
    const own = await mailsTo(seun.email);
    expect(own.map(({ purpose }) => purpose).toSorted()).toEqual(['allocation-asked', 'allocation-released']);
    const [refused] = await mailsTo(office.priya.email);
    expect(refused).toMatchObject({ subject: `Seun refused: ${ref} Case Records is not available` });
    expect(readMail(refused).text).toContain('On leave until Monday');
  });

  test('by themselves is not told what they know', async () => {
    const before = (await mailsTo(office.tom.email)).length;
    await requestAllocation(office.tom, {
      resourceId: office.tom.memberId,
      ref,
      aspect: 'SERVICES',
      minutes: 45,
    });
    expect(await mailsTo(office.tom.email)).toHaveLength(before);
  });
});
