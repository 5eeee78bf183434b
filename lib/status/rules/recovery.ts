import { t } from '@/lib/language/catalogue';
import { clockOf } from '@/lib/language/time';
import { durationRange, roundedDuration } from '@/lib/platform/rules/duration';
import type { StepState } from '@/lib/runs/schema';
import type { PublicRecovery } from './public-recovery';
import { dayKey, longDay, shortDay, stampOf } from './times';

/** How users read a phase: what was left out was not done. */
export function publicPhase(state: StepState, isCurrent: boolean): PublicRecovery['steps'][number]['state'] {
  if (isCurrent) return 'current';
  return state === 'DONE' ? 'done' : state === 'SKIPPED' ? 'skipped' : 'ahead';
}

interface Reading {
  zone: string;
  /** When it is read, ISO. */
  asOf: string;
}

/** "Switching to the secondary: step 3 of 5" */
export function recoveryHeading({ kind, state, step, of }: PublicRecovery): string {
  const at = { kind, step: step ?? 1, of };
  switch (state) {
    case 'PREPARING':
      return t('recovery.preparing', at);
    case 'STEP':
      return t('recovery.step', at);
    case 'CHECKING':
      return t('recovery.checking', at);
    case 'HELD':
      return t('recovery.held', at);
    case 'DONE':
      return t('recovery.done', at);
    case 'STOPPED':
      return t('recovery.stopped');
  }
}

const underWay: readonly PublicRecovery['state'][] = ['PREPARING', 'STEP', 'CHECKING', 'HELD'];

function isUnderWay({ state }: Pick<PublicRecovery, 'state'>): boolean {
  return underWay.includes(state);
}

function expectedBack(
  { from, to }: NonNullable<PublicRecovery['expected']>,
  { zone, asOf }: Reading,
): string {
  const end = stampOf(to, zone, asOf);
  if (stampOf(from, zone, asOf) === end) return t('recovery.about', { at: end });
  const sameDay = dayKey(from, zone) === dayKey(to, zone);
  return t('recovery.between', { from: sameDay ? clockOf(from, zone) : stampOf(from, zone, asOf), to: end });
}

/**
 * "We expect it back between 14:24 and 14:30 BST, from 4 practice runs." With one or two runs behind it only what
 * they took; with none, that nothing can be said. Null once it is over.
 */
export function recoveryExpectation(recovery: PublicRecovery, reading: Reading): string | null {
  const { state, known, expected } = recovery;
  if (!isUnderWay(recovery)) return null;
  if (state === 'HELD') return t('recovery.heldUp');
  if (!known) return t('recovery.never');
  const untimed = known.untimed > 0 ? ` ${t('recovery.untimed', { count: known.untimed })}` : '';
  if (expected) return `${expectedBack(expected, reading)}${t('recovery.from', known)}${untimed}`;
  return `${t('recovery.took', { ...known, took: durationRange(known.least, known.most) })}${untimed}`;
}

/** "Based on 4 practice runs, which took between 11 and 17 min. The most recent was on Thu 21 May." */
export function recoveryBasis({ known, expected, ...run }: PublicRecovery, reading: Reading): string | null {
  const { state, startedAt, finishedAt } = run;
  if (state === 'DONE' && startedAt && finishedAt) {
    const seconds = (Date.parse(finishedAt) - Date.parse(startedAt)) / 1_000;
    return t('recovery.doneIn', { time: roundedDuration(seconds) });
  }
  if (!known || !expected) return null;
  const took = durationRange(known.least, known.most, ' and ');
  const sameYear =
    dayKey(known.lastAt, reading.zone).slice(0, 4) === dayKey(reading.asOf, reading.zone).slice(0, 4);
  const last = (sameYear ? shortDay : longDay)(known.lastAt, reading.zone);
  return t('recovery.based', { ...known, took: took.includes(' and ') ? `between ${took}` : took, last });
}
