import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { declareIncident } from '@/lib/incidents/commands/declare';
import { resolveIncident } from '@/lib/incidents/commands/resolve';
import { declared, filed } from '@/lib/incidents/testing/declared';
import type { Context } from '@/lib/platform/context';
import { newId } from '@/lib/platform/ids';
import { recordedAbout } from '@/lib/platform/testing/subject-events';
import { replyToTeam } from '@/lib/reports/commands/reply';
import { apiKey, makeMember, makeService, reporterOf } from '@/lib/reports/testing/people-and-incidents';
import { askReport } from './ask';
import { declineReport } from './decline';
import { linkReport } from './link';
import { openReport } from './open';

testDatabase();

type Member = Context & { memberId: string };
let priya: Member;
let mei: Member;
let shop: string;

beforeAll(async () => {
  priya = await makeMember('RESPONDER', 'Priya');
  mei = await makeMember('MANAGER', 'Mei');
  shop = await makeService('shop');
});

const row = (id: string) => db().report.findUniqueOrThrow({ where: { id }, include: { messages: true } });

describe('joining', () => {
  test('puts the report on the open incident, graded as it, and acknowledges it', async () => {
    const incident = await declared(priya, shop, { severity: 'SEVERE' });
    const report = await filed('shop');
    const view = await linkReport(mei, { ref: report.ref, version: 1, incidentRef: incident.ref });
    expect(view).toEqual({
      reportId: report.id,
      ref: report.ref,
      state: 'LINKED',
      version: 2,
      incidentRef: incident.ref,
    });
    expect(await row(report.id)).toMatchObject({
      incidentId: incident.id,
      assessedSeverity: 'SEVERE',
      acknowledgedById: mei.memberId,
    });
    expect((await recordedAbout('incident', incident.id)).at(-1)).toBe('report.linked');
  });

  test('refuses an incident that is over or not there', async () => {
    const incident = await declared(priya, shop);
    await resolveIncident(priya, { ref: incident.ref, text: 'It works.', reason: 'By itself.' });
    const { ref } = await filed('shop');
    const over = { ref, version: 1, incidentRef: incident.ref };
    await expect(linkReport(mei, over)).rejects.toMatchObject({ code: 'precondition' });
    const none = { ref, version: 1, incidentRef: 'INC-99999' };
    await expect(linkReport(mei, none)).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('asking', () => {
  test('waits for the reporter, whose reply brings the report back to be read', async () => {
    const report = await filed('shop', { name: 'Imran' });
    const view = await askReport(priya, { ref: report.ref, version: 1, text: 'Which case is it?' });
    expect(view).toMatchObject({ state: 'WAITING_FOR_REPORTER', version: 2 });
    const asked = await row(report.id);
    expect(asked.messages).toMatchObject([
      { author: 'PROVIDER', memberId: priya.memberId, body: 'Which case is it?' },
    ]);
    expect(asked.acknowledgedAt).not.toBeNull();
    await expect(askReport(mei, { ref: report.ref, version: 2, text: 'And when?' })).rejects.toMatchObject({
      code: 'conflict',
    });
    await replyToTeam(reporterOf(report.id), { ref: report.ref, text: 'Case 12.' });
    expect(await row(report.id)).toMatchObject({ state: 'NEW', version: 3 });
    expect(await recordedAbout('report', report.id)).toEqual([
      'report.filed',
      'report.asked',
      'report.replied',
    ]);
  });

  test('asks nobody about an alert', async () => {
    const report = await filed('shop');
    await db().report.update({ where: { id: report.id }, data: { channel: 'ALERT' } });
    await expect(askReport(priya, { ref: report.ref, version: 1, text: 'Who?' })).rejects.toMatchObject({
      code: 'precondition',
    });
  });
});

describe('declining', () => {
  test('keeps the reason for the reporter, and out of the event', async () => {
    const report = await filed('shop');
    await declineReport(priya, { ref: report.ref, version: 1, reason: 'The page moved last week.' });
    expect(await row(report.id)).toMatchObject({
      state: 'DECLINED',
      declineReason: 'The page moved last week.',
    });
    const event = await db().event.findFirstOrThrow({ where: { type: 'report.declined' } });
    expect(event.data).toEqual({ reportId: report.id });
    await expect(declineReport(priya, { ref: report.ref, version: 1, reason: ' ' })).rejects.toMatchObject({
      code: 'invalid',
      fields: { reason: ['The reason is missing.'] },
    });
  });
});

type Decide = (ctx: Context, report: { id: string; ref: string; version: number }) => Promise<unknown>;
const joined = expect.stringMatching(/^Report added to INC-\d+$/);
const declined = 'Report declined with a reason';
const acts: [name: string, act: string, decide: Decide][] = [
  ['join', joined, async (ctx, { ref, version }) => linkReport(ctx, { ref, version, incidentRef: open.ref })],
  [
    'ask',
    'The team asked the reporter a question',
    (ctx, { ref, version }) => askReport(ctx, { ref, version, text: 'Which case?' }),
  ],
  [
    'decline',
    declined,
    (ctx, { ref, version }) => declineReport(ctx, { ref, version, reason: 'It is planned.' }),
  ],
  [
    'declare',
    joined,
    (ctx, { id, version }) =>
      declareIncident(ctx, {
        title: 'x',
        severity: 'CRITICAL',
        services: [{ serviceId: shop }],
        report: { id, version },
      }),
  ],
];
let open: { ref: string };

describe.each(acts)('two people at once: %s', (name, act, decide) => {
  beforeAll(async () => {
    open = await declared(priya, shop);
  });

  test('one wins; the other reads who decided what, and nothing is overwritten', async () => {
    const report = await filed('shop');
    const outcomes = await Promise.allSettled([decide(priya, report), declineOrDecide(mei, report)]);
    const lost = outcomes.findIndex((outcome) => outcome.status === 'rejected');
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
    const refusal = outcomes[lost] as PromiseRejectedResult;
    const expected =
      lost === 1 ? { by: 'Priya', act } : { by: 'Mei', act: name === 'decline' ? joined : declined };
    expect(refusal.reason).toMatchObject({ code: 'conflict', details: expected });
    expect(refusal.reason.message).toContain(`${expected.by} changed ${report.ref} in between, at `);
    const decisions = (await recordedAbout('report', report.id)).filter((type) => !/filed|linked/.test(type));
    expect(decisions.length).toBeLessThanOrEqual(1);
  });

  const declineOrDecide: Decide = (ctx, report) =>
    name === 'decline'
      ? linkReport(ctx, { ref: report.ref, version: report.version, incidentRef: open.ref })
      : declineReport(ctx, { ref: report.ref, version: report.version, reason: 'It is planned work.' });

  test('is done once for a repeated request', async () => {
    const report = await filed('shop');
    const key = { ...apiKey('RESPONDER'), idempotencyKey: newId() };
    const first = await decide(key, report);
    expect(await decide(key, report)).toEqual(first);
    await expect(decide(priya, report)).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('somebody who reads', () => {
  test('is seen for a minute, and is not pushed aside by a second one', async () => {
    const report = await filed('shop');
    const now = new Date('2026-06-09T14:17:00Z');
    const seen = await openReport({ ...priya, now }, { ref: report.ref });
    expect(seen).toEqual({ openedBy: { id: priya.memberId, name: 'Priya' }, openedAt: now.toISOString() });
    const soon = new Date(now.getTime() + 50_000);
    expect((await openReport({ ...mei, now: soon }, { ref: report.ref })).openedBy?.name).toBe('Priya');
    const stale = new Date(now.getTime() + 61_000);
    expect((await openReport({ ...mei, now: stale }, { ref: report.ref })).openedBy?.name).toBe('Mei');
    expect(await row(report.id)).toMatchObject({ version: 1, state: 'NEW' });
    expect(await recordedAbout('report', report.id)).toEqual(['report.filed']);
    await expect(openReport(apiKey('RESPONDER'), { ref: report.ref })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});
