import { lifecycle } from '@/lib/platform/lifecycle';
import { type ProblemState, problemStateLabel } from './schema';

export const problemLifecycle = lifecycle<ProblemState>(
  { subject: 'The problem', label: problemStateLabel },
  {
    SUSPECTED: ['CONFIRMED', 'RULED_OUT'],
    CONFIRMED: ['FIXED'],
    RULED_OUT: [],
    FIXED: [],
  },
);
