import { db } from '@/lib/database/db';
import { at, declared } from '@/lib/incidents/testing/declared';
import type { Context } from '@/lib/platform/context';
import { newId } from '@/lib/platform/ids';
import { makeMember, makeService } from '@/lib/reports/testing/people-and-incidents';
import { createResource } from '@/lib/resources/commands/create';
import { requestAllocation } from '@/lib/resources/commands/request';

type Raw = Parameters<typeof requestAllocation>[1];
type Member = Context & { memberId: string };

/** An instant of the day of the tests, by its time of day in UTC. */
export const clock = (time: string) => `2026-06-09T${time}:00.000Z`;

export interface Scene {
  priya: Member;
  tom: Member;
  mei: Member;
  /** References of two open incidents. */
  shop: string;
  files: string;
}

/** Two managers, a developer and two open incidents. */
export async function scene(): Promise<Scene> {
  const priya = await makeMember('MANAGER', 'Priya');
  const tom = await makeMember('MANAGER', 'Tom');
  const mei = await makeMember('DEVELOPER', 'Mei');
  const incident = async (slug: string, title: string) => {
    const serviceId = await makeService(`${slug}-${newId().slice(-6)}`);
    return (await declared(at(priya, clock('13:40')), serviceId, { title })).ref;
  };
  return {
    priya,
    tom,
    mei,
    shop: await incident('shop', 'Case Records is not available'),
    files: await incident('files', 'File Store is slow'),
  };
}

/** Asks for a resource between two times of the day of the tests, at 13:45 unless said otherwise. */
export async function booked(
  by: Context,
  ref: string,
  resourceId: string,
  [from, until]: [string, string],
  extra: Partial<Raw> & { now?: string } = {},
) {
  const { now = '13:45', ...more } = extra;
  return await requestAllocation(at(by, clock(now)), {
    resourceId,
    ref,
    aspect: 'RECOVERY',
    from: clock(from),
    until: clock(until),
    ...more,
  });
}

export async function spare(by: Context, capacity = 1, name = 'Spare controller B2') {
  return await createResource(by, { kind: 'EQUIPMENT', name, capacity });
}

export async function makeTeam(name: string, capacity: number, members: string[], leadId: string | null) {
  const id = newId();
  await db().team.create({
    data: { id, name, capacity, leadId, members: { create: members.map((memberId) => ({ memberId })) } },
  });
  return id;
}
