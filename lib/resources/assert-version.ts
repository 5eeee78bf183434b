import { AppError } from '@/lib/platform/errors';
import type { AllocationRow } from './allocation-rows';
import { allocationStateLabel } from './schema';

/** @throws AppError `conflict` that says how it stands now, when the caller looked at an older version */
export function assertAllocationVersion(row: AllocationRow, seen: number | undefined): void {
  if (seen === undefined || seen === row.version) return;
  const state = allocationStateLabel[row.state].toLowerCase();
  throw new AppError(
    'conflict',
    `This booking was changed in between and is ${state} now. Look at it again.`,
    {
      details: { state: row.state, version: row.version },
    },
  );
}
