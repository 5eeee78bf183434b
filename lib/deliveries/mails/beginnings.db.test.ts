import { beforeAll, expect, test } from 'vitest';
import { db, pool } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { type Office, openOffice, readMail } from '@/lib/deliveries/testing/office';
import { confirmedSubscriber, deliveriesTo, tellEverybody } from '@/lib/deliveries/testing/people';
import { addService } from '@/lib/incidents/commands/add-service';
import { publishUpdate } from '@/lib/incidents/commands/publish-update';
import { regradeIncident } from '@/lib/incidents/commands/regrade';
import { reopenIncident } from '@/lib/incidents/commands/reopen';
import { resolveIncident } from '@/lib/incidents/commands/resolve';
import { setVisibility } from '@/lib/incidents/commands/set-visibility';
import { toldTime } from '@/lib/platform/testing/told-time';

testDatabase();

let office: Office;
let people = 0;
const reason = 'More people are affected.';
const over = { text: 'It works again.', reason: 'It was quick.' };

beforeAll(async () => {
  office = await openOffice();
});

const subscriber = async (extra: Partial<Parameters<typeof confirmedSubscriber>[0]> = {}) => {
  people += 1;
  const email = `person-${people}@westfield.example`;
  await confirmedSubscriber({ email, ...extra });
  return email;
};

/** The mail server takes whatever waits, or refuses it for good. */
async function settle(state: 'SENT' | 'DEAD' = 'SENT'): Promise<void> {
  await tellEverybody();
  const sentAt = state === 'SENT' ? new Date() : null;
  await pool().query(`update delivery set state = $1, sent_at = $2 where state = 'PENDING'`, [state, sentAt]);
}

const subjectsTo = async (email: string) =>
  (await deliveriesTo(email)).slice(1).map(({ subject }) => subject);
const lastTo = async (email: string) => readMail((await deliveriesTo(email)).at(-1)).text;
const began = new RegExp(
  `^Case Records is not available: looking for the cause\\. Next update by ${toldTime}$`,
);
const wholeSubject = 'Case Records: there was trouble, and it is over';

test('a public incident that was declared without a text is told at once, and its end is not the first mail', async () => {
  const everything = await subscriber();
  const other = await subscriber({ services: [office.search.slug] });
  await settle();
  const { ref } = await office.declare();
  await office.joinedReport('reporter@westfield.example', ref);
  await settle();
  await resolveIncident(office.tom, { ref, ...over });
  await settle();
  expect(await subjectsTo(everything)).toEqual([
    expect.stringMatching(began),
    'Case Records: back to normal',
  ]);
  expect(await subjectsTo(other)).toEqual([]);
  expect((await deliveriesTo('reporter@westfield.example')).map(({ purpose }) => purpose)).toEqual([
    'report-receipt',
    'report-linked',
    'report-fixed',
  ]);
});

test('a first text is that beginning, and only one mail goes out', async () => {
  const email = await subscriber();
  await settle();
  const update = { audience: 'PUBLIC', text: 'We are looking.', next: { minutes: 30 } } as const;
  const { ref } = await office.declare({ next: undefined, update });
  await settle();
  expect(await subjectsTo(email)).toEqual([expect.stringMatching(began)]);
  await resolveIncident(office.tom, { ref, ...over });
  await settle();
});

test('whoever follows it later hears the beginning then: made public, graded worse, a service added', async () => {
  const quiet = await subscriber();
  await settle();
  const hidden = await office.declare({ visibility: 'INTERNAL' });
  await settle();
  expect(await subjectsTo(quiet)).toEqual([]);
  await setVisibility(office.tom, { ref: hidden.ref, visibility: 'PUBLIC', reason });
  await settle();
  expect(await subjectsTo(quiet)).toEqual([expect.stringMatching(began)]);
  await resolveIncident(office.tom, { ref: hidden.ref, ...over });

  const worst = await subscriber({ minimumSeverity: 'CRITICAL' });
  const search = await subscriber({ services: [office.search.slug] });
  await settle();
  const { ref } = await office.declare({ severity: 'MODERATE' });
  await settle();
  expect([await subjectsTo(worst), await subjectsTo(search)]).toEqual([[], []]);
  await regradeIncident(office.tom, { ref, severity: 'CRITICAL', reason });
  await addService(office.tom, { ref, serviceId: office.search.id });
  await settle();
  expect(await subjectsTo(worst)).toHaveLength(1);
  expect(await subjectsTo(search)).toHaveLength(1);
  await regradeIncident(office.tom, { ref, severity: 'MODERATE', reason });
  await resolveIncident(office.tom, { ref, ...over });
  await settle();
  for (const email of [worst, search]) {
    expect(await subjectsTo(email)).toEqual([
      expect.stringContaining('looking for the cause'),
      'Case Records and Search: back to normal',
    ]);
  }
});

test('whoever never got a beginning gets an end that tells the whole', async () => {
  const failed = await subscriber();
  const { ref } = await office.declare();
  await settle('DEAD');
  const late = await subscriber();
  await tellEverybody();
  await resolveIncident(office.tom, { ref, ...over });
  await tellEverybody();
  for (const email of [failed, late]) {
    expect((await subjectsTo(email)).at(-1)).toBe(wholeSubject);
    expect(await lastTo(email)).toMatch(
      /“Case Records is not available”, Critical, from \d\d:\d\d UTC to \d\d:\d\d UTC\. It affected Case Records\./,
    );
  }
  expect(await db().delivery.count({ where: { address: late, purpose: 'incident-declared' } })).toBe(0);
});

test('an incident that is back is told to everybody who heard that it was over', async () => {
  const email = await subscriber();
  await settle();
  const { ref } = await office.declare();
  await settle();
  await resolveIncident(office.tom, { ref, ...over });
  await settle();
  const back = { ref, to: 'INVESTIGATING', reason: 'It fails again.', next: { minutes: 30 } } as const;
  await reopenIncident(office.tom, back);
  await settle();
  expect((await subjectsTo(email)).at(-1)).toBe('Case Records: we are working on it again');
  await expect(resolveIncident(office.tom, { ref, ...over, audience: 'REPORTERS' })).rejects.toMatchObject({
    code: 'precondition',
  });
  await publishUpdate(office.tom, { ref, audience: 'PUBLIC', text: 'Soon.', next: { minutes: 30 } });
  await settle();
  expect(await lastTo(email)).not.toContain('What this is about');
});

test('a person who reported it, follows the service and works here gets one mail of each moment', async () => {
  const email = office.tom.email;
  await confirmedSubscriber({ email });
  await settle();
  const { ref } = await office.declare();
  await office.joinedReport(email, ref, { wantsUpdates: false });
  await office.joinedReport(email.toUpperCase(), ref);
  await settle();
  const before = (await deliveriesTo(email)).length;
  await publishUpdate(office.tom, { ref, audience: 'PUBLIC', text: 'Soon.', next: { minutes: 30 } });
  await settle();
  expect((await deliveriesTo(email)).slice(before).map(({ purpose }) => purpose)).toEqual(['update']);
  await resolveIncident(office.tom, { ref, ...over });
  await settle();
  expect((await deliveriesTo(email)).slice(before + 1).map(({ purpose }) => purpose)).toEqual([
    'report-fixed',
  ]);
});
