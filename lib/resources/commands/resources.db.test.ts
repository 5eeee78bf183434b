import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { at } from '@/lib/incidents/testing/declared';
import { newId } from '@/lib/platform/ids';
import { makeMember } from '@/lib/reports/testing/people-and-incidents';
import { resourceBoard } from '@/lib/resources/queries/board';
import { myAllocations } from '@/lib/resources/queries/mine';
import { incidentAllocations } from '@/lib/resources/queries/of-incident';
import { booked, clock, makeTeam, type Scene, scene, spare } from '@/lib/resources/testing/booked';
import { archiveResource } from './archive';
import { createResource } from './create';
import { editResource } from './edit';

testDatabase();

let office: Scene;

beforeAll(async () => {
  office = await scene();
});

describe('equipment and vendors', () => {
  test('are made, changed and archived', async () => {
    const { priya } = office;
    const input = { kind: 'EQUIPMENT', name: 'Console trolley 1', site: 'Rack 7' } as const;
    await expect(createResource(priya, { ...input, serverId: newId() })).rejects.toMatchObject({
      code: 'invalid',
      fields: { serverId: [expect.any(String)] },
    });
    const made = await createResource(priya, input);
    expect(made).toMatchObject({ detail: 'Rack 7', capacity: 1, version: 1, archived: false });
    const change = { resourceId: made.id, version: 1, capacity: 2 };
    expect(await editResource(priya, change)).toMatchObject({ capacity: 2, version: 2 });
    await expect(editResource(priya, change)).rejects.toMatchObject({ code: 'conflict' });
    expect(await archiveResource(priya, { resourceId: made.id, version: 2 })).toMatchObject({
      archived: true,
    });
    const { rows } = await resourceBoard(priya, {});
    expect(rows.some(({ id }) => id === made.id)).toBe(false);
  });

  test('do not go away or shrink under a booking', async () => {
    const { priya, shop } = office;
    const machines = await spare(priya, 2, 'Build machines');
    await booked(priya, shop, machines.id, ['13:45', '23:00']);
    await booked(priya, shop, machines.id, ['13:45', '23:00']);
    const later = at(priya, clock('14:00'));
    await expect(
      editResource(later, { resourceId: machines.id, version: 1, capacity: 1 }),
    ).rejects.toMatchObject({
      code: 'precondition',
    });
    await expect(archiveResource(later, { resourceId: machines.id, version: 1 })).rejects.toMatchObject({
      code: 'precondition',
      message: `Build machines is booked for ${shop}. Release it first.`,
    });
  });

  test('are no people', async () => {
    const { priya, mei } = office;
    await expect(
      editResource(priya, { resourceId: mei.memberId, version: 1, name: 'X' }),
    ).rejects.toMatchObject({
      code: 'precondition',
    });
  });
});

describe('who is where', () => {
  test('shows every member of the provider and every team without anybody making them resources', async () => {
    const { priya, shop } = office;
    const jonas = await makeMember('RESPONDER', 'Jonas');
    await makeMember('USER', 'Imran');
    await makeTeam('Service desk', 4, [jonas.memberId], null);
    const made = await booked(priya, shop, jonas.memberId, ['14:00', '15:00'], { note: 'Controller 0' });
    const view = await resourceBoard(at(priya, clock('14:10')), {});
    expect(view).toMatchObject({ from: clock('13:00'), until: clock('19:00'), now: clock('14:10') });
    const names = view.rows.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['Priya', 'Mei', 'Jonas', 'Service desk']));
    expect(names).not.toContain('Imran');
    expect(view.rows.find(({ id }) => id === jonas.memberId)).toMatchObject({
      kind: 'PERSON',
      usedNow: 1,
      freeFrom: clock('15:00'),
      allocations: [{ id: made.id, incident: { ref: shop }, note: 'Controller 0', acts: ['release'] }],
    });
    for (const ctx of [await makeMember('USER'), office.mei]) {
      await expect(resourceBoard(ctx, {})).rejects.toMatchObject({ code: 'forbidden' });
    }
    await expect(
      resourceBoard(priya, { from: clock('14:00'), until: '2027-06-09T14:00:00Z' }),
    ).rejects.toMatchObject({ code: 'invalid' });
  });

  test('tells everybody what they are booked for, and what their team is', async () => {
    const { priya, shop } = office;
    const lead = await makeMember('DEVELOPER', 'Lea');
    const team = await makeTeam('Databases', 1, [], lead.memberId);
    const [one, two] = [
      await booked(priya, shop, lead.memberId, ['14:00', '15:00']),
      await booked(priya, shop, team, ['14:00', '15:00']),
    ];
    const mine = await myAllocations(at(lead, clock('14:00')), {});
    expect(mine.map(({ id }) => id).toSorted()).toEqual([one.id, two.id].toSorted());
    expect(mine[0]?.acts).toEqual(['accept', 'refuse', 'release']);
    expect(await myAllocations(at(office.tom, clock('14:00')), {})).toEqual([]);
  });
});

describe('suggestions', () => {
  test('name who has to do with the service and what is a spare for it, with reasons', async () => {
    const { priya, shop, files } = office;
    const owner = await makeMember('DEVELOPER', 'Ana');
    const knowing = await makeMember('RESPONDER', 'Seun');
    const { serviceId } = await db().incidentService.findFirstOrThrow({ where: { incident: { ref: shop } } });
    const service = await db().service.update({
      where: { id: serviceId },
      data: { ownerId: owner.memberId },
      select: { name: true },
    });
    await db().member.update({
      where: { id: knowing.memberId },
      data: { knows: [`${service.name} queues`] },
    });
    const serverId = newId();
    await db().server.create({ data: { id: serverId, name: 'records-db-1' } });
    await db().serviceServer.create({ data: { serviceId, serverId, role: 'PRIMARY' } });
    await createResource(priya, { kind: 'EQUIPMENT', name: 'Spare machine', serverId });
    await booked(priya, files, owner.memberId, ['13:45', '14:35']);
    const { suggestions, choices } = await incidentAllocations(at(priya, clock('14:00')), { ref: shop });
    expect(suggestions.map(({ resource, aspect, reasons }) => [resource.name, aspect, ...reasons])).toEqual([
      [
        'Spare machine',
        'INFRASTRUCTURE',
        { good: true, text: 'Free now' },
        { good: true, text: 'Spare for records-db-1' },
      ],
      [
        'Seun',
        'SERVICES',
        { good: true, text: 'Free now' },
        { good: true, text: `Knows ${service.name} queues` },
      ],
      [
        'Ana',
        'SERVICES',
        { good: false, text: 'Held until 14:35 UTC' },
        { good: true, text: `Looks after ${service.name}` },
      ],
    ]);
    expect(choices.map(({ name }) => name)).toContain('Seun');
    await booked(priya, shop, knowing.memberId, ['14:00', '14:30']);
    const after = await incidentAllocations(at(priya, clock('14:00')), { ref: shop });
    expect(after.suggestions.map(({ resource }) => resource.name)).not.toContain('Seun');
    expect(after.allocations.map(({ resource }) => resource.name)).toContain('Seun');
    const developer = await incidentAllocations(at(knowing, clock('14:00')), { ref: shop });
    expect(developer.allocations.length).toBeGreaterThan(0);
    await expect(incidentAllocations(await makeMember('USER'), { ref: shop })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});
