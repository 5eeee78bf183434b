import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { homeSummary } from '@/lib/home/queries/summary';
import { declared, filed } from '@/lib/incidents/testing/declared';
import type { Context } from '@/lib/platform/context';
import { consume } from '@/lib/platform/events/consumers';
import { sequenceAll } from '@/lib/platform/testing/sequence';
import { startResponseClocks } from '@/lib/reports/response-clock';
import { makeMember, makeService } from '@/lib/reports/testing/people-and-incidents';
import { askReport } from '@/lib/triage/commands/ask';
import { declineReport } from '@/lib/triage/commands/decline';
import { linkReport } from '@/lib/triage/commands/link';
import { openReport } from '@/lib/triage/commands/open';
import { recordSuggestions } from '@/lib/triage/record-suggestions';
import { triageQueue } from './queue';
import { triageReport } from './report';

testDatabase();

type Member = Context & { memberId: string };
let priya: Member;
let mei: Member;
let search: string;
let mail: string;
const reports: Awaited<ReturnType<typeof filed>>[] = [];

beforeAll(async () => {
  priya = await makeMember('RESPONDER', 'Priya');
  mei = await makeMember('RESPONDER', 'Mei');
  search = await makeService('search', { tier: 2 });
  mail = await makeService('mail');
  const texts = [
    'Documents added this morning do not come up in search.',
    'New documents of this morning are not found by the search.',
    'The shared inbox counts are wrong.',
  ];
  for (const [index, description] of texts.entries()) {
    reports.push(await filed(index === 2 ? 'mail' : 'search', { description, experience: 'MISBEHAVES' }));
  }
  await sequenceAll();
  await consume(startResponseClocks);
  await consume(recordSuggestions);
});

const ref = (index: number) => reports[index]?.ref ?? '';

describe('the queue', () => {
  test('has what waits, oldest first, with suggestion, likeness and clock', async () => {
    const queue = await triageQueue(priya, {});
    expect(queue).toMatchObject({ waiting: 3, asked: 0, mine: 0, promise: '2 office hours', next: null });
    expect(queue.oldestAt).toBe(reports[0]?.receivedAt.toISOString());
    expect(queue.rows.map((row) => row.ref)).toEqual(reports.map((report) => report.ref));
    expect(queue.rows[0]).toMatchObject({
      service: { id: search, name: 'search', status: 'OPERATIONAL' },
      claimedSeverity: 'MODERATE',
      similarCount: 1,
      looksLike: null,
      reading: null,
      acknowledge: { atRisk: false, missed: false },
      suggestion: { severity: 'MODERATE' },
    });
    expect(queue.rows[0]?.suggestion.reasons).toContain('search is tier 2 of 4.');
    expect(queue.rows[0]?.acknowledge?.dueAt).not.toBeNull();
  });

  test('keeps the suggestion that a report came in with', async () => {
    const row = await db().report.findUniqueOrThrow({ where: { ref: ref(2) } });
    expect(row.suggestedSeverity).toBe('MODERATE');
    expect(row.suggestedReasons).toContain('It is the only report about this so far.');
  });

  test('goes on where the page ended', async () => {
    const first = await triageQueue(priya, { limit: 2 });
    const second = await triageQueue(priya, { limit: 2, after: first.next ?? '' });
    expect([...first.rows, ...second.rows].map((row) => row.ref)).toEqual(
      reports.map((report) => report.ref),
    );
    expect(second.next).toBeNull();
    await expect(triageQueue(priya, { after: '???' })).rejects.toMatchObject({ code: 'invalid' });
  });

  test('shows who reads, what was asked, and what was decided lately', async () => {
    const incident = await declared(priya, search, {
      severity: 'MODERATE',
      title: 'Search misses documents',
    });
    await openReport(mei, { ref: ref(0) });
    const queue = await triageQueue(mei, {});
    expect(queue.rows[0]).toMatchObject({ reading: { member: { name: 'Mei' } }, looksLike: incident.ref });
    expect(queue.mine).toBe(1);
    expect((await triageQueue(mei, { show: 'mine' })).rows.map((row) => row.ref)).toEqual([ref(0)]);
    const asked = await filed('mail');
    await askReport(mei, { ref: asked.ref, version: 1, text: 'Which inbox?' });
    expect((await triageQueue(mei, { show: 'asked' })).rows.map((row) => row.ref)).toEqual([asked.ref]);
    const planned = await filed('mail');
    await declineReport(priya, { ref: planned.ref, version: 1, reason: 'It is planned work.' });
    await linkReport(priya, { ref: ref(1), version: 1, incidentRef: incident.ref });
    const { earlier, waiting } = await triageQueue(priya, {});
    expect(waiting).toBe(2);
    expect(earlier.map(({ sentence, reportRef }) => [reportRef, sentence])).toEqual([
      [ref(1), `Priya added ${ref(1)} to ${incident.ref}`],
      [planned.ref, `Priya declined ${planned.ref}`],
      [asked.ref, 'Mei asked the reporter a question'],
    ]);
  });
});

describe('one report', () => {
  test('comes with similar ones, candidates, and what was decided', async () => {
    const open = await triageReport(priya, { ref: ref(0) });
    const [candidate] = open.candidates;
    expect(candidate).toMatchObject({ title: 'Search misses documents', sameService: true, reportCount: 1 });
    expect(open.similar).toMatchObject([{ ref: ref(1), incidentRef: candidate?.ref }]);
    expect(open.similar[0]?.likeness).toBeGreaterThan(0.45);
    expect(open.decided).toBeNull();
    const joined = await triageReport(priya, { ref: ref(1) });
    expect(joined).toMatchObject({
      state: 'LINKED',
      decided: { by: 'Priya', act: 'joined', ref: candidate?.ref },
    });
    await expect(triageReport(priya, { ref: 'R-WWWWWW' })).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('the first page', () => {
  test('tells what is open, due, waiting and happened', async () => {
    await declared(priya, mail, { title: 'Mail is late', next: { minutes: 20 } });
    await sequenceAll();
    const home = await homeSummary(priya, {});
    expect(home.open.map((row) => row.title)).toEqual(['Mail is late', 'Search misses documents']);
    expect(home.bySeverity).toEqual({ CRITICAL: 1, SEVERE: 0, MODERATE: 1, TRIVIAL: 0 });
    expect(home.due).toMatchObject([{ title: 'Mail is late', missed: false }]);
    expect(home.waiting).toMatchObject({ count: 2 });
    expect(home.reportsToday).toBe(5);
    expect(home.reportsPerHour.reduce((sum, hour) => sum + hour.joined, 0)).toBe(1);
    expect(home.activity[0]).toMatchObject({ sentence: 'Incident manager: Priya', who: { name: 'Priya' } });
    expect(home.activity[0]?.incidentRef).toBe(home.open[0]?.ref);
    expect(home.lastClosed).toBeNull();
  });

  test('shows a developer their own only, and nothing of triage', async () => {
    const dev = await makeMember('DEVELOPER', 'Jonas');
    expect(await homeSummary(dev, {})).toMatchObject({ open: [], waiting: null, due: [], activity: [] });
    await db().service.update({ where: { id: mail }, data: { ownerId: dev.memberId } });
    const home = await homeSummary(dev, {});
    expect(home.open.map((row) => row.title)).toEqual(['Mail is late']);
    expect(new Set(home.activity.map((item) => item.incidentRef))).toEqual(new Set([home.open[0]?.ref]));
    await expect(homeSummary(await makeMember('USER'), {})).rejects.toMatchObject({ code: 'forbidden' });
  });
});
