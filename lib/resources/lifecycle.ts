import { lifecycle } from '@/lib/platform/lifecycle';
import { type AllocationState, allocationStateLabel } from './schema';

/** A request that is taken back, or a booking given up before it starts, is released. */
export const allocationLifecycle = lifecycle<AllocationState>(
  { subject: 'The allocation', label: allocationStateLabel },
  {
    REQUESTED: ['ACCEPTED', 'REFUSED', 'RELEASED'],
    ACCEPTED: ['ACTIVE', 'RELEASED'],
    REFUSED: [],
    ACTIVE: ['RELEASED'],
    RELEASED: [],
  },
);
