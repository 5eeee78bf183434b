import { describe, expect, test } from 'vitest';
import type { StepKind } from '@/lib/plans/rules/content';
import type { StepState } from '@/lib/runs/schema';
import { currentStep, exceptionsOf, greenVerification, type Progress, phaseState } from './progress';

let position = 0;
function step(kind: StepKind, state: StepState, given: Partial<Progress> = {}): Progress {
  position += 1;
  return { position, phase: 1, kind, state, switches: false, onFailure: 'PAUSE', ...given };
}
const carriesOn = { onFailure: 'CARRY_ON' } as const;

describe('the current step', () => {
  test.each<[string, Progress[], number | undefined]>([
    ['the first that is not behind', [step('MANUAL', 'DONE'), step('CHECK', 'RUNNING')], 1],
    ['a failed one', [step('MANUAL', 'FAILED'), step('CHECK', 'PENDING')], 0],
    ['not one that was carried on from', [step('CHECK', 'FAILED', carriesOn), step('CHECK', 'PENDING')], 1],
    ['a carried-on one that is tried again', [step('CHECK', 'RUNNING', carriesOn), step('CHECK', 'DONE')], 0],
    ['never one of the precheck', [step('CHECK', 'FAILED', { phase: 0 }), step('WAIT', 'PENDING')], 1],
    ['none when all is behind', [step('MANUAL', 'DONE'), step('WAIT', 'SKIPPED')], undefined],
  ])('is %s', (_, steps, at) => {
    expect(currentStep(steps)).toBe(at === undefined ? undefined : steps[at]);
  });
});

describe('a run is verified by', () => {
  const moved = { switches: true };
  test.each<[string, Progress[], number | null]>([
    [
      'the verification after the switch',
      [step('AUTOMATED', 'DONE', moved), step('VERIFICATION', 'DONE')],
      1,
    ],
    ['none before it', [step('VERIFICATION', 'DONE'), step('AUTOMATED', 'DONE', moved)], null],
    ['the last of several', [step('VERIFICATION', 'DONE'), step('VERIFICATION', 'SKIPPED')], null],
    ['none that failed and was carried on from', [step('VERIFICATION', 'FAILED', carriesOn)], null],
    [
      'one before a switch that was left out',
      [step('VERIFICATION', 'DONE'), step('MANUAL', 'SKIPPED', moved)],
      0,
    ],
    [
      'the one after the last of two switches',
      [step('MANUAL', 'DONE', moved), step('VERIFICATION', 'DONE'), step('MANUAL', 'DONE', moved)],
      null,
    ],
    ['a verification in a plan without a switch', [step('WAIT', 'DONE'), step('VERIFICATION', 'DONE')], 1],
  ])('%s', (_, steps, at) => {
    expect(greenVerification(steps)).toBe(at === null ? null : steps[at]);
  });
});

const seen = (shown: boolean) => ({ evidence: { sentence: null, shown } });

describe('an exception of a run', () => {
  test.each<[string, Progress, boolean]>([
    ['a skipped check', step('CHECK', 'SKIPPED'), true],
    ['a skipped verification', step('VERIFICATION', 'SKIPPED'), true],
    ['a skipped switch', step('AUTOMATED', 'SKIPPED', { switches: true }), true],
    ['work that a person left out', step('MANUAL', 'SKIPPED'), true],
    ['an approval that was left out', step('APPROVAL', 'SKIPPED'), true],
    ['what failed and was carried on from', step('CHECK', 'FAILED', carriesOn), true],
    ['no announcement', step('ANNOUNCEMENT', 'SKIPPED'), false],
    ['no wait', step('WAIT', 'SKIPPED'), false],
    ['no line of the precheck', step('CHECK', 'SKIPPED', { phase: 0 }), false],
    ['nothing that was done', step('CHECK', 'DONE'), false],
    ['what its probe did not show', { ...step('MANUAL', 'DONE'), ...seen(false) }, true],
    ['nothing that its probe showed', { ...step('MANUAL', 'DONE'), ...seen(true) }, false],
  ])('is %s', (_, one, is) => {
    expect(exceptionsOf([one, step('VERIFICATION', 'DONE')])).toEqual(is ? [one] : []);
  });
});

describe('a phase', () => {
  test.each<[StepState[], StepState]>([
    [['PENDING', 'PENDING'], 'PENDING'],
    [['DONE', 'PENDING'], 'RUNNING'],
    [['DONE', 'RUNNING'], 'RUNNING'],
    [['DONE', 'UNKNOWN'], 'UNKNOWN'],
    [['DONE', 'FAILED'], 'FAILED'],
    [['DONE', 'SKIPPED'], 'DONE'],
    [['SKIPPED', 'SKIPPED'], 'SKIPPED'],
  ])('with steps %j is %s', (states, expected) => {
    expect(phaseState(states.map((state) => step('MANUAL', state)))).toBe(expected);
  });
});
