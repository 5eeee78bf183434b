import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '@/lib/database/testing/database';
import type { AppError } from './platform/errors';
import { makeMember, visitor } from './reports/testing/people-and-incidents';
import { catalogue } from './testing/subjects/catalogue';
import { incidents } from './testing/subjects/incidents';
import { people } from './testing/subjects/people';
import { as, type Person, type SubjectCase } from './testing/subjects/subject-case';

testDatabase();

let priya: Person;
let tom: Person;

beforeAll(async () => {
  [priya, tom] = [await makeMember('MANAGER', 'Priya'), await makeMember('MANAGER', 'Tom')];
});

function changed({ what, told }: SubjectCase, key: string, by: string, version: number) {
  const act = typeof told === 'string' ? told : told(key, version);
  return {
    code: 'conflict',
    message: `${by} changed ${what ?? key} in between: ${act}. Look at it again, then decide.`,
    details: { by, act, at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/), version },
  };
}

const subjects = { ...catalogue, ...people, ...incidents };

describe.each(Object.entries(subjects))('%s', (_, subject) => {
  const { role = 'MANAGER', make, unknown = '00000000-0000-7000-8000-000000000000' } = subject;

  test('who saw an older state is refused, and told who changed what and when', async () => {
    const { key, acts, version = 1 } = await make(priya);
    await acts[0](as(priya, role), key, version);
    const refusal = changed(subject, key, 'Priya', version + 1);
    for (const act of acts) {
      await expect(act(as(tom, role), key, version)).rejects.toMatchObject(refusal);
    }
  });

  test('of two who act at once one is refused, and told of the other', async () => {
    const { key, acts, version = 1 } = await make(priya);
    const outcomes = await Promise.allSettled(
      [priya, tom].map((person) => acts[0](as(person, role), key, version)),
    );
    const lost = outcomes.filter(({ status }) => status === 'rejected');
    const winner = outcomes[0]?.status === 'fulfilled' ? 'Priya' : 'Tom';
    expect(lost).toMatchObject([{ reason: changed(subject, key, winner, version + 1) }]);
  });

  if (unknown === null) return;
  test('one that is not there is missed only by who may act on any; others are refused alike', async () => {
    const { key, acts, version = 1 } = await make(priya);
    const others = [as(tom, 'USER'), as(tom, 'DEVELOPER'), { ...visitor(), memberId: '' }];
    for (const act of acts) {
      const refusal = (by: Person, of: string) => act(by, of, version).catch((error: AppError) => error);
      expect(await refusal(subject.anyones ?? as(priya, role), unknown)).toMatchObject({ code: 'not_found' });
      for (const by of others) {
        const refused = await refusal(by, key);
        expect(refused).toMatchObject({ code: expect.stringMatching(/^(forbidden|unauthenticated)$/) });
        expect(await refusal(by, unknown)).toEqual(refused);
      }
    }
  });
});
