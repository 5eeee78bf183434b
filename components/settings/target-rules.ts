import { roundedDuration } from '@/lib/platform/rules/duration';
import { type Target, type Targets, type TargetUnit, targetWords } from '@/lib/settings/rules/targets';
import type { Severity } from '@/lib/severity/schema';

export type TargetKey = keyof Targets;

export const targetColumns: { key: TargetKey; label: string }[] = [
  { key: 'acknowledge', label: 'Acknowledge' },
  { key: 'firstUpdate', label: 'First update' },
  { key: 'update', label: 'Then at least every' },
  { key: 'restore', label: 'Restore' },
];

export const withAmount = (unit: TargetUnit) => unit !== 'WHEN_TRIAGED' && unit !== 'BACKLOG';

/** The same target in another unit, with an amount when the unit counts. */
export function inUnit(target: Target, unit: TargetUnit): Target {
  if (unit === 'WHEN_TRIAGED' || unit === 'BACKLOG') return { unit };
  return { unit, amount: 'amount' in target ? target.amount : 1 };
}

export function sameTarget(a: Target, b: Target): boolean {
  return targetWords(a) === targetWords(b);
}

export interface TargetChange {
  severity: Severity;
  key: TargetKey;
  from: Target;
  to: Target;
}

export function targetChanges(
  before: Record<Severity, Targets>,
  after: Record<Severity, Targets>,
): TargetChange[] {
  return (Object.keys(after) as Severity[]).flatMap((severity) =>
    targetColumns.flatMap(({ key }) => {
      const [from, to] = [before[severity][key], after[severity][key]];
      return sameTarget(from, to) ? [] : [{ severity, key, from, to }];
    }),
  );
}

const first = (target: Target) =>
  target.unit === 'WHEN_TRIAGED' ? 'write when it is triaged' : `write first within ${targetWords(target)}`;

const one: Partial<Record<TargetUnit, string>> = {
  MINUTES: 'minute',
  HOURS: 'hour',
  OFFICE_HOURS: 'office hour',
  BUSINESS_DAYS: 'business day',
};

/** "every business day", "every 2 business days". */
function everyWords(target: Target): string {
  const single = 'amount' in target && target.amount === 1 ? one[target.unit] : undefined;
  return single ?? targetWords(target);
}

/** The targets of one severity in a sentence. */
export function targetSentence(label: string, targets: Targets): string {
  const { acknowledge, firstUpdate, update, restore } = targets;
  const back =
    restore.unit === 'BACKLOG'
      ? 'It is put right from the backlog, reviewed weekly.'
      : `It is back within ${targetWords(restore)}.`;
  return `${label}: we answer within ${targetWords(acknowledge)}, ${first(firstUpdate)}, and then at least every ${everyWords(update)}. ${back}`;
}

/** "24 min" of a 30-minute clock at 80 %. */
export function riskAfter(target: Target, atRisk: number): string | null {
  if (target.unit !== 'MINUTES' && target.unit !== 'HOURS') return null;
  const minutes = target.unit === 'HOURS' ? target.amount * 60 : target.amount;
  return roundedDuration(minutes * 60 * atRisk);
}
