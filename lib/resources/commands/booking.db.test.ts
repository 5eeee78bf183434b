import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { at } from '@/lib/incidents/testing/declared';
import { newId } from '@/lib/platform/ids';
import { makeMember } from '@/lib/reports/testing/people-and-incidents';
import { booked, clock, makeTeam, type Scene, scene, spare } from '@/lib/resources/testing/booked';
import { extendAllocation } from './extend';
import { releaseAllocation } from './release';

testDatabase();

let office: Scene;

beforeAll(async () => {
  office = await scene();
});

const person = async () => (await makeMember('RESPONDER', 'Mei')).memberId;

describe('two managers at once', () => {
  test.each([1, 2, 3, 4, 5])(
    'one wins, the other reads whom it clashes with and when it is free (%d)',
    async () => {
      const { priya, tom, shop, files } = office;
      const mei = await person();
      const outcomes = await Promise.allSettled([
        booked(priya, shop, mei, ['14:00', '14:35']),
        booked(tom, files, mei, ['14:20', '15:00']),
      ]);
      const won = outcomes.findIndex(({ status }) => status === 'fulfilled');
      const lost = outcomes.find(({ status }) => status === 'rejected');
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const winner = [
        { ref: shop, title: 'Case Records is not available', until: '14:35', by: 'Priya' },
        { ref: files, title: 'File Store is slow', until: '15:00', by: 'Tom' },
      ][won];
      expect(lost).toMatchObject({
        reason: {
          code: 'conflict',
          details: {
            resource: { id: mei, name: 'Mei' },
            clash: {
              ref: winner?.ref,
              title: winner?.title,
              path: `/incidents/${winner?.ref}/resources`,
              aspect: 'RECOVERY',
              until: clock(winner?.until ?? ''),
              requestedBy: winner?.by,
            },
            capacity: 1,
            freeAt: clock(winner?.until ?? ''),
            freeUntil: null,
          },
        },
      });
      expect(await db().allocation.count({ where: { resourceId: mei } })).toBe(1);
    },
  );

  test('gives twenty who ask for three machines exactly three', async () => {
    const { priya, shop } = office;
    const machines = await spare(priya, 3, 'Build machines');
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, () => booked(priya, shop, machines.id, ['14:00', '15:00'])),
    );
    const won = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value.unit] : []));
    expect(won.toSorted()).toEqual([1, 2, 3]);
    const refused = outcomes.flatMap((outcome) =>
      outcome.status === 'rejected' ? [(outcome.reason as { code: string }).code] : [],
    );
    expect(new Set(refused)).toEqual(new Set(['conflict']));
  });
});

describe('a double booking', () => {
  test('is refused in a sentence, and fits where it says that it is free', async () => {
    const { priya, shop, files } = office;
    const mei = await person();
    await booked(priya, shop, mei, ['14:00', '14:35']);
    await booked(priya, files, mei, ['15:30', '16:00']);
    const refused = booked(priya, files, mei, ['14:20', '15:00']);
    await expect(refused).rejects.toMatchObject({
      message:
        `Mei is held until 14:35 UTC: ${shop} “Case Records is not available”, recovery. ` +
        'Free from 14:35 UTC.',
      details: { freeAt: clock('14:35'), freeUntil: clock('15:30') },
    });
    const second = await booked(priya, files, mei, ['14:35', '15:15']);
    expect(second).toMatchObject({ unit: 1, state: 'REQUESTED' });
  });

  test('is refused by the database too, to whoever writes past the commands', async () => {
    const { priya, shop } = office;
    const mei = await person();
    const first = await booked(priya, shop, mei, ['14:00', '15:00']);
    const { incidentId } = await db().allocation.findUniqueOrThrow({ where: { id: first.id } });
    const copy = db().$executeRaw`
      insert into allocation (id, resource_id, unit, incident_id, aspect, starts_at, ends_at)
      values (${newId()}::uuid, ${mei}::uuid, 1, ${incidentId}::uuid, 'RECOVERY',
        ${clock('14:59')}::timestamptz, ${clock('15:30')}::timestamptz)`;
    await expect(copy).rejects.toThrow(/allocation_no_double_booking/);
  });

  test('is none beside a booking that was refused, released or is on another unit', async () => {
    const { priya, tom, shop, files } = office;
    const team = await makeTeam('Network team', 2, [tom.memberId], tom.memberId);
    const one = await booked(priya, shop, team, ['14:00', '15:00']);
    const two = await booked(priya, files, team, ['14:00', '15:00']);
    expect([one.unit, two.unit]).toEqual([1, 2]);
    await expect(booked(priya, shop, team, ['14:30', '14:40'])).rejects.toMatchObject({
      message: expect.stringContaining('and so are all 2'),
      details: { capacity: 2, freeAt: clock('15:00') },
    });
    await releaseAllocation(at(priya, clock('13:50')), { allocationId: two.id });
    expect(await booked(priya, shop, team, ['14:30', '14:40'])).toMatchObject({ unit: 2 });
  });

  test('counts the capacity that a manager gave a person, until it ends', async () => {
    const { priya, shop, files } = office;
    const jonas = await person();
    await db().member.update({
      where: { id: jonas },
      data: { capacity: 2, capacityUntil: new Date(clock('15:00')) },
    });
    await booked(priya, shop, jonas, ['14:00', '16:00']);
    expect(await booked(priya, files, jonas, ['14:10', '15:30'])).toMatchObject({ unit: 2 });
    await expect(booked(priya, files, jonas, ['15:00', '16:00'])).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('extending', () => {
  test('moves the end, and stops where the time belongs to somebody else', async () => {
    const { priya, shop, files } = office;
    const mei = await person();
    const first = await booked(priya, shop, mei, ['14:00', '14:30']);
    const longer = await extendAllocation(at(priya, clock('14:10')), { allocationId: first.id, minutes: 30 });
    expect(longer).toMatchObject({ endsAt: clock('15:00'), version: 2 });
    await booked(priya, files, mei, ['15:00', '16:00']);
    const more = extendAllocation(at(priya, clock('14:10')), {
      allocationId: first.id,
      until: clock('15:30'),
    });
    await expect(more).rejects.toMatchObject({
      code: 'conflict',
      details: { clash: { ref: files, from: clock('15:00') } },
    });
    const shorter = extendAllocation(priya, { allocationId: first.id, until: clock('14:10') });
    await expect(shorter).rejects.toMatchObject({ code: 'invalid' });
  });

  test('is for those who allocate and for whom it is about', async () => {
    const { priya, mei, shop } = office;
    const { id } = await booked(priya, shop, mei.memberId, ['14:00', '14:30']);
    const input = { allocationId: id, minutes: 10 };
    const other = await makeMember('DEVELOPER', 'Ana');
    await expect(extendAllocation(other, input)).rejects.toMatchObject({ code: 'forbidden' });
    expect(await extendAllocation(at(mei, clock('13:50')), input)).toMatchObject({ endsAt: clock('14:40') });
    await releaseAllocation(at(mei, clock('13:55')), { allocationId: id });
    await expect(extendAllocation(at(mei, clock('13:56')), input)).rejects.toMatchObject({
      code: 'conflict',
    });
  });
});
