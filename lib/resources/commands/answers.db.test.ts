import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { closeIncident } from '@/lib/incidents/commands/close';
import { resolveIncident } from '@/lib/incidents/commands/resolve';
import { at } from '@/lib/incidents/testing/declared';
import { consume } from '@/lib/platform/events/consumers';
import { newId } from '@/lib/platform/ids';
import { sequenceAll } from '@/lib/platform/testing/sequence';
import { recordedAbout } from '@/lib/platform/testing/subject-events';
import { apiKey, makeMember } from '@/lib/reports/testing/people-and-incidents';
import { watchAllocations } from '@/lib/resources/allocation-watch';
import { releaseClosed } from '@/lib/resources/release-closed';
import { booked, clock, makeTeam, type Scene, scene, spare } from '@/lib/resources/testing/booked';
import { acceptAllocation } from './accept';
import { createResource } from './create';
import { refuseAllocation } from './refuse';
import { releaseAllocation } from './release';
import { requestAllocation } from './request';

testDatabase();

let office: Scene;

beforeAll(async () => {
  office = await scene();
});

const asked = (resourceId: string, times: [string, string] = ['14:00', '14:30']) =>
  booked(office.priya, office.shop, resourceId, times);
const person = async () => await makeMember('DEVELOPER', 'Jonas');
const now = (ctx: Parameters<typeof at>[0]) => at(ctx, clock('13:50'));

describe('an answer', () => {
  test('is the own one: of the person, of nobody else', async () => {
    const jonas = await person();
    const { id } = await asked(jonas.memberId);
    await expect(acceptAllocation(now(office.priya), { allocationId: id })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(refuseAllocation(now(office.mei), { allocationId: id, reason: 'x' })).rejects.toMatchObject({
      code: 'forbidden',
    });
    const accepted = await acceptAllocation(now(jonas), { allocationId: id, note: 'On my way' });
    expect(accepted).toMatchObject({
      state: 'ACCEPTED',
      answerNote: 'On my way',
      acts: ['extend', 'release'],
    });
    await expect(acceptAllocation(now(jonas), { allocationId: id })).rejects.toMatchObject({
      code: 'conflict',
      message: 'The allocation is already “Accepted”.',
    });
  });

  test('of a team is its lead’s, of one without a lead anybody’s in it', async () => {
    const [lead, other] = [await person(), await person()];
    const led = await makeTeam('Led', 2, [lead.memberId, other.memberId], lead.memberId);
    const first = await asked(led);
    await expect(acceptAllocation(now(other), { allocationId: first.id })).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect(await acceptAllocation(now(lead), { allocationId: first.id })).toMatchObject({
      state: 'ACCEPTED',
    });
    const flat = await makeTeam('Flat', 2, [other.memberId], null);
    const second = await asked(flat);
    expect(await acceptAllocation(now(other), { allocationId: second.id })).toMatchObject({
      state: 'ACCEPTED',
    });
  });

  test('of a vendor is written down by who may allocate', async () => {
    const vendor = await createResource(office.priya, { kind: 'VENDOR', name: 'Storage vendor' });
    const { id, state } = await asked(vendor.id);
    expect(state).toBe('REQUESTED');
    await expect(acceptAllocation(now(office.mei), { allocationId: id })).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect(await acceptAllocation(now(office.tom), { allocationId: id })).toMatchObject({
      state: 'ACCEPTED',
    });
  });

  test('frees the time when it is no, and keeps the reason', async () => {
    const jonas = await person();
    const { id, version } = await asked(jonas.memberId);
    await expect(
      refuseAllocation(now(jonas), { allocationId: id, version: version + 1, reason: 'On leave' }),
    ).rejects.toMatchObject({ code: 'conflict', details: { version } });
    const refused = await refuseAllocation(now(jonas), { allocationId: id, version, reason: 'On leave' });
    expect(refused).toMatchObject({ state: 'REFUSED', answerNote: 'On leave', acts: [] });
    expect(await asked(jonas.memberId)).toMatchObject({ unit: 1, state: 'REQUESTED' });
  });

  test('is not waited for from things, nor from who books oneself', async () => {
    const { priya, shop } = office;
    const thing = await spare(priya);
    expect(await asked(thing.id, ['13:30', '15:00'])).toMatchObject({ state: 'ACTIVE' });
    expect(await asked(thing.id, ['15:00', '16:00'])).toMatchObject({ state: 'ACCEPTED' });
    expect(await booked(priya, shop, priya.memberId, ['13:45', '14:00'])).toMatchObject({ state: 'ACTIVE' });
  });
});

describe('asking', () => {
  test('is done by keys, too', async () => {
    const jonas = await person();
    const ask = { ref: office.shop, aspect: 'SERVICES', minutes: 30 } as const;
    const byKey = { ...ask, resourceId: jonas.memberId };
    expect(await requestAllocation(apiKey('RESPONDER'), byKey)).toMatchObject({ requestedBy: null });
  });

  test('refuses what cannot be: no end, a wrong one, a user, somebody disabled', async () => {
    const { priya, shop } = office;
    const ask = { resourceId: office.tom.memberId, ref: shop, aspect: 'SERVICES' } as const;
    const refused = (extra: object) =>
      expect(requestAllocation(at(priya, clock('13:45')), { ...ask, ...extra })).rejects;
    await refused({}).toMatchObject({ code: 'invalid', fields: { until: [expect.any(String)] } });
    await refused({ from: clock('15:00'), until: clock('14:00') }).toMatchObject({ code: 'invalid' });
    await refused({ from: clock('13:00'), until: clock('13:40') }).toMatchObject({ code: 'invalid' });
    await refused({ minutes: 30, ref: 'INC-999999' }).toMatchObject({ code: 'not_found' });
    await refused({ minutes: 30, resourceId: newId() }).toMatchObject({ code: 'not_found' });
    await refused({ minutes: 30, ref: undefined, runRef: 'FO-999' }).toMatchObject({ code: 'not_found' });
    const user = await makeMember('USER', 'Imran');
    await refused({ minutes: 30, resourceId: user.memberId }).toMatchObject({ code: 'not_found' });
    const gone = await makeMember('RESPONDER', 'Gone');
    await db().member.update({ where: { id: gone.memberId }, data: { disabledAt: new Date() } });
    await refused({ minutes: 30, resourceId: gone.memberId }).toMatchObject({ code: 'precondition' });
  });
});

describe('time', () => {
  test('begins what was accepted, ends what ran out, once, whoever watches', async () => {
    const [jonas, ana] = [await person(), await person()];
    const worked = await asked(jonas.memberId, ['14:00', '14:30']);
    const silent = await asked(ana.memberId, ['14:00', '14:30']);
    await acceptAllocation(now(jonas), { allocationId: worked.id });
    const state = async (id: string) => await db().allocation.findUniqueOrThrow({ where: { id } });
    await watchAllocations(new Date(clock('13:59')));
    expect(await state(worked.id)).toMatchObject({ state: 'ACCEPTED' });
    await Promise.all([1, 2, 3].map(() => watchAllocations(new Date(clock('14:00')))));
    expect(await state(worked.id)).toMatchObject({ state: 'ACTIVE' });
    await Promise.all([1, 2, 3].map(() => watchAllocations(new Date(clock('14:30')))));
    expect(await state(worked.id)).toMatchObject({ state: 'RELEASED', releasedAt: new Date(clock('14:30')) });
    expect(await state(silent.id)).toMatchObject({ state: 'RELEASED' });
    expect(await recordedAbout('allocation', worked.id)).toEqual([
      'allocation.requested',
      'allocation.accepted',
      'allocation.started',
      'allocation.released',
    ]);
    const reasons = await db().event.findMany({
      where: { type: 'allocation.released' },
      select: { data: true },
    });
    const reasonOf = (id: string) =>
      reasons
        .map(({ data }) => data as { allocationId: string; reason: string })
        .find((d) => d.allocationId === id)?.reason;
    expect([reasonOf(worked.id), reasonOf(silent.id)]).toEqual(['ENDED', 'UNANSWERED']);
  });
});

describe('releasing', () => {
  test('is for those who allocate and for whom it is about, once', async () => {
    const jonas = await person();
    const { id } = await asked(jonas.memberId);
    await expect(releaseAllocation(office.mei, { allocationId: id })).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect(await releaseAllocation(now(jonas), { allocationId: id })).toMatchObject({ state: 'RELEASED' });
    await expect(releaseAllocation(now(jonas), { allocationId: id })).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  test('happens by itself when the incident is closed', async () => {
    const other = await scene();
    const jonas = await person();
    const mine = await booked(other.priya, other.shop, jonas.memberId, ['14:00', '18:00']);
    const theirs = await booked(other.priya, other.files, other.mei.memberId, ['14:00', '18:00']);
    await resolveIncident(other.priya, {
      ref: other.shop,
      text: 'It works again.',
      reason: 'Found at once.',
    });
    await closeIncident(other.priya, { ref: other.shop });
    await sequenceAll();
    await consume(releaseClosed);
    const state = async (id: string) =>
      (await db().allocation.findUniqueOrThrow({ where: { id }, select: { state: true } })).state;
    expect([await state(mine.id), await state(theirs.id)]).toEqual(['RELEASED', 'REQUESTED']);
    await expect(booked(other.priya, other.shop, jonas.memberId, ['15:00', '16:00'])).rejects.toMatchObject({
      code: 'precondition',
    });
  });
});
