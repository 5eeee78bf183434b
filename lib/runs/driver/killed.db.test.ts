import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { testDatabase } from '@/lib/database/testing/database';
import { answerFetch } from '@/lib/http/api/fetch';
import { declared } from '@/lib/incidents/testing/declared';
import type { PlanStepInput } from '@/lib/plans/rules/content';
import type { Context } from '@/lib/platform/context';
import { newId } from '@/lib/platform/ids';
import { makeMember } from '@/lib/reports/testing/people-and-incidents';
import { approveStep } from '@/lib/runs/commands/approve-step';
import { beginRun } from '@/lib/runs/commands/begin';
import { confirmStep } from '@/lib/runs/commands/confirm-step';
import { decideStep } from '@/lib/runs/commands/decide-step';
import { pauseRun } from '@/lib/runs/commands/pause';
import { resumeRun } from '@/lib/runs/commands/resume';
import { retryStep } from '@/lib/runs/commands/retry-step';
import { startRun } from '@/lib/runs/commands/start';
import { runRead } from '@/lib/runs/queries/read';
import type { RunView } from '@/lib/runs/queries/views';
import { answer } from '@/lib/runs/testing/automation-server';
import { driveAll, driveUntilDeath } from '@/lib/runs/testing/drive';
import { type Ground, planOf, startGround, step } from '@/lib/runs/testing/ground';
import type { Place } from './driving';

testDatabase();

type Member = Context & { memberId: string };
let ground: Ground;
let manager: Member;

beforeAll(async () => {
  manager = await makeMember('MANAGER', 'Mei');
  ground = await startGround('shop');
});
afterAll(async () => await ground.stop());

interface Case {
  kind: string;
  place: Place;
  make: () => PlanStepInput;
  /** What stands after another driver took the run up; then a person does what is asked, and it ends VERIFIED. */
  stands: 'DONE' | 'UNKNOWN' | 'PERSON' | 'APPROVAL' | 'CALL_BACK';
  /** How often the automation was called in all. */
  calls?: number;
}

const action = () => `act-${newId()}`;
const manual = () => step('MANUAL', { instruction: 'Look.' }, 'VICTIM');
const approval = () => step('APPROVAL', { question: 'Go on?' }, 'VICTIM');
const waiting = () => step('WAIT', { seconds: 1 }, 'VICTIM');
const announcement = () =>
  step('ANNOUNCEMENT', { audience: 'PUBLIC', text: 'We switch over now.' }, 'VICTIM');
const check = () => {
  const probe = { kind: 'HTTP', request: { url: `${ground.front.url}/health` } } as const;
  return step('CHECK', { probe, everySeconds: 1 }, 'VICTIM');
};
const verification = () => ({ ...ground.verification(), name: 'VICTIM' });
const automated = () => ({ ...ground.automated(action()), name: 'VICTIM' });
const calledBack = () => ({ ...ground.automated(action(), { answer: 'CALL_BACK' }), name: 'VICTIM' });

const cases: Case[] = [
  { kind: 'MANUAL', place: 'begun', make: manual, stands: 'PERSON' },
  { kind: 'APPROVAL', place: 'begun', make: approval, stands: 'APPROVAL' },
  { kind: 'WAIT', place: 'begun', make: waiting, stands: 'DONE' },
  { kind: 'WAIT', place: 'waited', make: waiting, stands: 'DONE' },
  { kind: 'ANNOUNCEMENT', place: 'begun', make: announcement, stands: 'DONE' },
  { kind: 'CHECK', place: 'begun', make: check, stands: 'DONE' },
  { kind: 'CHECK', place: 'looked', make: check, stands: 'DONE' },
  { kind: 'VERIFICATION', place: 'begun', make: verification, stands: 'DONE' },
  { kind: 'VERIFICATION', place: 'replayed', make: verification, stands: 'DONE' },
  { kind: 'AUTOMATED', place: 'begun', make: automated, stands: 'DONE', calls: 1 },
  { kind: 'AUTOMATED', place: 'prepared', make: automated, stands: 'DONE', calls: 1 },
  { kind: 'AUTOMATED', place: 'sent', make: automated, stands: 'UNKNOWN', calls: 0 },
  { kind: 'AUTOMATED', place: 'answered', make: automated, stands: 'UNKNOWN', calls: 1 },
  { kind: 'AUTOMATED', place: 'settled', make: automated, stands: 'DONE', calls: 1 },
  { kind: 'AUTOMATED with call-back', place: 'prepared', make: calledBack, stands: 'CALL_BACK', calls: 1 },
  { kind: 'AUTOMATED with call-back', place: 'sent', make: calledBack, stands: 'UNKNOWN', calls: 0 },
  { kind: 'AUTOMATED with call-back', place: 'answered', make: calledBack, stands: 'UNKNOWN', calls: 1 },
  { kind: 'AUTOMATED with call-back', place: 'settled', make: calledBack, stands: 'CALL_BACK', calls: 1 },
];

async function callBackFor(name: string): Promise<void> {
  const [taken] = ground.automation.calls(name);
  if (!taken) throw new Error(`Nobody was told to ${name}.`);
  const request = ground.automation.callBack(taken, { state: 'done', sentence: 'Done.' });
  const response = await answerFetch(request);
  expect(response.status).toBe(200);
}

/** What a person does when another driver has taken the run up. */
async function help(view: RunView, outcome: Case['stands']): Promise<void> {
  const { ref, version } = view;
  const victim = view.steps.find(({ name }) => name === 'VICTIM');
  const about = { ref, version, stepId: victim?.id ?? '' };
  if (outcome === 'PERSON') await confirmStep(manager, about);
  if (outcome === 'APPROVAL') await approveStep(manager, { ...about, decision: 'APPROVE' });
  if (outcome === 'UNKNOWN')
    await decideStep(manager, { ...about, decision: 'DONE', note: 'Looked at the front.' });
  if (outcome === 'CALL_BACK') await callBackFor(victim?.ask ?? '');
}

describe('a driver that is killed right after', () => {
  test.each(cases)('$kind is $place', async ({ place, make, stands: outcome, calls }) => {
    const incident = await declared(manager, ground.serviceId);
    const victim = make();
    const planId = await planOf(ground.serviceId, [[victim, ground.verification()]]);
    const live = { planId, mode: 'LIVE', incident: incident.ref, announces: true } as const;
    const { ref, id } = await startRun(manager, live);
    await beginRun(manager, { ref });
    expect(await driveUntilDeath(place, 'VICTIM')).toBe(true);
    await driveAll();
    const view = await runRead(manager, { ref });
    const stands = view.steps.find(({ name }) => name === 'VICTIM');
    if (outcome === 'DONE') expect(view.state).toBe('VERIFIED');
    else
      expect([view.state, stands?.state === 'UNKNOWN' ? 'UNKNOWN' : view.waitingFor]).toEqual([
        'WAITING',
        outcome,
      ]);
    await help(view, outcome);
    await driveAll();
    expect(await runRead(manager, { ref })).toMatchObject({ state: 'VERIFIED' });
    if (calls !== undefined) expect(ground.automation.calls(stands?.ask ?? '')).toHaveLength(calls);
    const told = await db().update.count({ where: { runId: id } });
    expect(told).toBe(victim.kind === 'ANNOUNCEMENT' ? 1 : 0);
    expect(
      await db().event.count({ where: { type: 'run.takenUp', subjects: { some: { subjectId: id } } } }),
    ).toBe(1);
  });

  test.each(['claimed', 'looked'] as const)('the precheck is %s', async (place) => {
    const probe = { kind: 'HTTP', request: { url: `${ground.front.url}/health` } } as const;
    const precheck = [{ id: newId(), name: place === 'looked' ? 'VICTIM' : 'Front', probe }];
    const planId = await planOf(ground.serviceId, [[ground.verification()]], { precheck });
    const { ref } = await startRun(manager, { planId, mode: 'DRILL' });
    expect(await driveUntilDeath(place, place === 'looked' ? 'VICTIM' : '')).toBe(true);
    await driveAll();
    const view = await runRead(manager, { ref });
    expect(view).toMatchObject({ state: 'PRECHECK', precheck: [{ state: 'OK' }] });
    await beginRun(manager, { ref });
    await driveAll();
    expect(await runRead(manager, { ref })).toMatchObject({ state: 'VERIFIED' });
  });

  test.each([
    ['prepared', 2],
    ['sent', 1],
    ['answered', 2],
  ] as const)('a call that a person had made again is %s', async (place, calls) => {
    const name = action();
    ground.automation.behaviours.set(name, (_, response) => answer(response, 422, {}));
    const victim = { ...ground.automated(name), name: 'VICTIM' };
    const planId = await planOf(ground.serviceId, [[victim, ground.verification()]]);
    const { ref } = await startRun(manager, { planId, mode: 'DRILL' });
    await beginRun(manager, { ref });
    await driveAll();
    ground.automation.behaviours.delete(name);
    const stepId = (await runRead(manager, { ref })).steps[0]?.id ?? '';
    await retryStep(manager, { ref, stepId });
    expect(await driveUntilDeath(place, 'VICTIM')).toBe(true);
    await driveAll();
    const view = await runRead(manager, { ref });
    if (place === 'prepared') expect(view.state).toBe('VERIFIED');
    else
      expect(view.steps[0]).toMatchObject({
        state: 'UNKNOWN',
        attempts: [{ state: 'ANSWERED' }, { state: 'UNKNOWN' }],
      });
    expect(ground.automation.calls(name)).toHaveLength(calls);
  });

  test('a paused run has looked: its step ends, and no other begins', async () => {
    const planId = await planOf(ground.serviceId, [[check(), ground.verification()]]);
    const { ref } = await startRun(manager, { planId, mode: 'DRILL' });
    await beginRun(manager, { ref });
    expect(await driveUntilDeath('begun', 'VICTIM')).toBe(true);
    await pauseRun(manager, { ref });
    expect(await driveUntilDeath('looked', 'VICTIM')).toBe(true);
    await driveAll();
    const view = await runRead(manager, { ref });
    expect([view.state, ...view.steps.map(({ state }) => state)]).toEqual(['PAUSED', 'DONE', 'PENDING']);
    await resumeRun(manager, { ref });
    await driveAll();
    expect(await runRead(manager, { ref })).toMatchObject({ state: 'VERIFIED' });
  });
});
