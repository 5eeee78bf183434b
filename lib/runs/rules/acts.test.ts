import { describe, expect, test } from 'vitest';
import type { StepKind } from '@/lib/plans/rules/content';
import type { Actor, Role } from '@/lib/platform/context';
import type { RunState, StepState, WaitingFor } from '@/lib/runs/schema';
import { openRunActs, openStepActs, type StepAct, stepActs } from './acts';

const member = (role: Role): Actor => ({ kind: 'member', memberId: role, role, sessionId: role });
const stepIn = (kind: StepKind, state: StepState, id = 'this', position = 1) => ({
  id,
  kind,
  state,
  position,
  phase: 1,
  switches: false,
  onFailure: 'PAUSE' as const,
});
const runIn = (state: RunState, waitingFor: WaitingFor | null = null) => ({ state, waitingFor });

describe('what the state of a step allows', () => {
  test.each<[StepKind, StepState, RunState, StepAct[]]>([
    ['MANUAL', 'RUNNING', 'WAITING', ['confirm', 'skip']],
    ['MANUAL', 'RUNNING', 'PAUSED', ['confirm', 'skip']],
    ['MANUAL', 'PENDING', 'RUNNING', []],
    ['MANUAL', 'PENDING', 'PAUSED', ['skip']],
    ['APPROVAL', 'RUNNING', 'WAITING', ['approve', 'refuse']],
    ['APPROVAL', 'FAILED', 'WAITING', ['retry', 'skip']],
    ['ANNOUNCEMENT', 'RUNNING', 'WAITING', ['confirm', 'skip']],
    ['AUTOMATED', 'RUNNING', 'RUNNING', []],
    ['AUTOMATED', 'UNKNOWN', 'WAITING', ['decide', 'skip']],
    ['AUTOMATED', 'FAILED', 'WAITING', ['retry', 'skip']],
    ['CHECK', 'RUNNING', 'RUNNING', []],
    ['VERIFICATION', 'RUNNING', 'RUNNING', []],
    ['VERIFICATION', 'FAILED', 'WAITING', ['retry', 'skip']],
    ['WAIT', 'RUNNING', 'RUNNING', ['skip']],
    ['MANUAL', 'DONE', 'RUNNING', []],
    ['MANUAL', 'SKIPPED', 'RUNNING', []],
    ['AUTOMATED', 'UNKNOWN', 'ABORTED', []],
    ['MANUAL', 'FAILED', 'PRECHECK', []],
  ])('%s, %s, in a run that is %s: %j', (kind, state, run, acts) => {
    const step = stepIn(kind, state);
    expect(openStepActs(runIn(run), step, [step])).toEqual(acts);
  });

  test('a call on its way is waited for; one that waits for its snapshot can be left out', () => {
    const step = stepIn('AUTOMATED', 'RUNNING');
    expect(openStepActs(runIn('WAITING', 'CALL_BACK'), step, [step])).toEqual([]);
    expect(openStepActs(runIn('WAITING', 'PERSON'), step, [step])).toEqual(['skip']);
  });

  test('two steps are never in work at once', () => {
    const failed = { ...stepIn('CHECK', 'FAILED'), onFailure: 'CARRY_ON' as const };
    const busy = stepIn('WAIT', 'RUNNING', 'other', 2);
    expect(openStepActs(runIn('RUNNING'), failed, [failed, busy])).toEqual([]);
    const idle = stepIn('MANUAL', 'FAILED', 'other', 2);
    expect(openStepActs(runIn('WAITING', 'PERSON'), failed, [failed, idle])).toEqual(['retry']);
  });
});

describe('who may', () => {
  const approval = stepIn('APPROVAL', 'FAILED');
  const run = runIn('WAITING', 'PERSON');

  test('leave out an approval: those who may approve', () => {
    expect(stepActs(member('RESPONDER'), run, approval, [approval])).toEqual(['retry']);
    expect(stepActs(member('MANAGER'), run, approval, [approval])).toEqual(['retry', 'skip']);
  });

  test.each<[RunState, string[], string[]]>([
    ['PRECHECK', ['begin', 'abort'], ['pause', 'resume']],
    ['RUNNING', ['pause', 'abort'], ['begin', 'resume']],
    ['WAITING', ['pause', 'abort'], ['begin', 'resume']],
    ['PAUSED', ['resume', 'abort'], ['begin', 'pause']],
  ])('do with a run that is %s: %j, and not %j', (state, may, mayNot) => {
    const acts = openRunActs(member('RESPONDER'), { state, operatorId: null, reloads: false });
    expect(acts).toEqual(expect.arrayContaining(may));
    expect(acts.filter((act) => mayNot.includes(act))).toEqual([]);
  });

  test('do nothing with a run that is over, or as a developer', () => {
    const run = { operatorId: null, reloads: true };
    expect(openRunActs(member('MANAGER'), { ...run, state: 'VERIFIED' })).toEqual([]);
    expect(openRunActs(member('DEVELOPER'), { ...run, state: 'WAITING' })).toEqual([]);
  });

  test('take over a run: whoever does not lead it; choose a snapshot: where data is reloaded', () => {
    const led = { state: 'RUNNING' as const, operatorId: 'MANAGER' };
    expect(openRunActs(member('MANAGER'), { ...led, reloads: false })).not.toContain('takeOver');
    expect(openRunActs(member('RESPONDER'), { ...led, reloads: false })).toContain('takeOver');
    expect(openRunActs(member('RESPONDER'), { ...led, reloads: false })).not.toContain('chooseSnapshot');
    expect(openRunActs(member('MANAGER'), { ...led, reloads: true })).toContain('chooseSnapshot');
  });
});
