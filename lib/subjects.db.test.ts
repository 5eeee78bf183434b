import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, expectTypeOf, test } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { members, sessions } from './members/subject';
import { AppError } from './platform/errors';
import { eventType, ref } from './platform/events/event-type';
import { recordEvents } from './platform/events/record-events';
import { inUtc } from './platform/rules/in-utc';
import { makeMember, visitor } from './reports/testing/people-and-incidents';
import { services } from './services/subject';
import { settings } from './settings/subject';
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

/** Says that it was refused with the one sentence: who changed what, and when. */
function expectChanged(
  refusal: unknown,
  { what, told }: SubjectCase,
  { key, by, version }: { key: string; by: string; version: number },
) {
  const act = typeof told === 'string' ? told : told(key, version);
  if (!(refusal instanceof AppError)) throw new Error(`It was not refused: ${JSON.stringify(refusal)}`);
  const { code, details, message } = refusal;
  expect(code).toBe('conflict');
  expect(details).toEqual({ by, act, at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/), version });
  const at = inUtc(String(details.at));
  expect(message).toBe(
    `${by} changed ${what ?? key} in between, at ${at}: ${act}. Look at it again, then decide.`,
  );
}

/** What happens to one without changing it, as a file that is attached, or a check that was added. */
async function noticeOn(noun: string, by: Person, version: number): Promise<void> {
  const noticed = eventType(`${noun}.noticed`, {
    data: { id: ref(noun) },
    subjects: ['id'],
    says: () => 'Noticed',
  });
  const { subjectId: id } = await db().eventSubject.findFirstOrThrow({
    where: { kind: noun, version },
    orderBy: { eventId: 'desc' },
  });
  await db().$transaction((tx) => recordEvents(tx, by, new Date(), [noticed({ id })]));
}

test('what needs a column is there only if the subject has it', () => {
  expectTypeOf(services).toHaveProperty('archive');
  expectTypeOf(members).not.toHaveProperty('archive');
  expectTypeOf(members).toHaveProperty('assertSeen');
  expectTypeOf(settings).not.toHaveProperty('write');
  expectTypeOf(sessions).not.toHaveProperty('assertSeen');
  expect(sessions).not.toHaveProperty('assertSeen');
});

const subjects = { ...catalogue, ...people, ...incidents };

test('every noun whose rows have versions is asked', async () => {
  const folders = readdirSync('lib').filter((folder) => existsSync(join('lib', folder, 'subject.ts')));
  const modules: Record<string, unknown>[] = await Promise.all(
    folders.map((folder) => import(/* @vite-ignore */ `@/lib/${folder}/subject`)),
  );
  const versioned = modules.flatMap((exported) =>
    Object.values(exported).flatMap((one) =>
      typeof one === 'object' && one && 'assertSeen' in one && 'noun' in one ? [String(one.noun)] : [],
    ),
  );
  // No act on a subscription asks for a version: whoever holds its link says anew what it is to be.
  expect(versioned.sort()).toEqual([...Object.keys(subjects), 'subscriber'].sort());
});

describe.each(Object.entries(subjects))('%s', (noun, subject) => {
  const { role = 'MANAGER', make, unknown = '00000000-0000-7000-8000-000000000000' } = subject;

  test('who saw an older state is refused, and told who changed what and when, whatever happened since', async () => {
    const { key, acts, version = 1 } = await make(priya);
    await acts[0](as(priya, role), key, version);
    await noticeOn(noun, tom, version + 1);
    for (const act of acts) {
      const refusal = await act(as(tom, role), key, version).catch((error: unknown) => error);
      expectChanged(refusal, subject, { key, by: 'Priya', version: version + 1 });
    }
  });

  test('of two who act at once one is refused, and told of the other', async () => {
    const { key, acts, version = 1 } = await make(priya);
    const outcomes = await Promise.allSettled(
      [priya, tom].map((person) => acts[0](as(person, role), key, version)),
    );
    const lost = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
    const winner = outcomes[0]?.status === 'fulfilled' ? 'Priya' : 'Tom';
    expect(lost).toHaveLength(1);
    expectChanged(lost[0], subject, { key, by: winner, version: version + 1 });
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
