import { z } from 'zod';
import { counted } from '@/lib/language/words';
import type { Severity } from '@/lib/severity/schema';

/** The widest target, 999 of a unit, keeps every deadline within some years. */
const amount = z
  .int('Enter a whole number.')
  .min(1, 'Enter 1 or more.')
  .max(999, 'Enter 999 or less, in a larger unit.');

/**
 * How much time a clock gives. MINUTES and HOURS run day and night; OFFICE_HOURS and BUSINESS_DAYS run in office
 * hours only, and a business day is one whole day of them. WHEN_TRIAGED falls due with the triage; BACKLOG never.
 */
const targetSchema = z.discriminatedUnion('unit', [
  z.strictObject({ unit: z.literal('MINUTES'), amount }),
  z.strictObject({ unit: z.literal('HOURS'), amount }),
  z.strictObject({ unit: z.literal('OFFICE_HOURS'), amount }),
  z.strictObject({ unit: z.literal('BUSINESS_DAYS'), amount }),
  z.strictObject({ unit: z.literal('WHEN_TRIAGED') }),
  z.strictObject({ unit: z.literal('BACKLOG') }),
]);
export type Target = z.infer<typeof targetSchema>;
export type TargetUnit = Target['unit'];

export const targetUnitLabel: Record<TargetUnit, string> = {
  MINUTES: 'min',
  HOURS: 'hours',
  OFFICE_HOURS: 'office hours',
  BUSINESS_DAYS: 'business days',
  WHEN_TRIAGED: 'when triaged',
  BACKLOG: 'backlog',
};

export const targetsSchema = z.strictObject({
  acknowledge: targetSchema,
  firstUpdate: targetSchema,
  /** At least every so often after the first. */
  update: targetSchema,
  restore: targetSchema,
});
export type Targets = z.infer<typeof targetsSchema>;

export const defaultTargets: Record<Severity, Targets> = {
  CRITICAL: {
    acknowledge: { unit: 'MINUTES', amount: 15 },
    firstUpdate: { unit: 'MINUTES', amount: 15 },
    update: { unit: 'MINUTES', amount: 30 },
    restore: { unit: 'HOURS', amount: 4 },
  },
  SEVERE: {
    acknowledge: { unit: 'MINUTES', amount: 60 },
    firstUpdate: { unit: 'MINUTES', amount: 60 },
    update: { unit: 'HOURS', amount: 1 },
    restore: { unit: 'HOURS', amount: 8 },
  },
  MODERATE: {
    acknowledge: { unit: 'OFFICE_HOURS', amount: 2 },
    firstUpdate: { unit: 'WHEN_TRIAGED' },
    update: { unit: 'BUSINESS_DAYS', amount: 2 },
    restore: { unit: 'BUSINESS_DAYS', amount: 5 },
  },
  TRIVIAL: {
    acknowledge: { unit: 'BUSINESS_DAYS', amount: 1 },
    firstUpdate: { unit: 'WHEN_TRIAGED' },
    update: { unit: 'BUSINESS_DAYS', amount: 5 },
    restore: { unit: 'BACKLOG' },
  },
};

/** A target in words: "15 min", "1 business day", "when it is triaged". */
export function targetWords(target: Target): string {
  switch (target.unit) {
    case 'MINUTES':
      return `${target.amount} min`;
    case 'HOURS':
      return `${target.amount} h`;
    case 'OFFICE_HOURS':
      return counted(target.amount, 'office hour');
    case 'BUSINESS_DAYS':
      return counted(target.amount, 'business day');
    case 'WHEN_TRIAGED':
      return 'when it is triaged';
    case 'BACKLOG':
      return 'backlog, reviewed weekly';
  }
}
