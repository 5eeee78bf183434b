import { lifecycle } from '@/lib/platform/lifecycle';
import { type ActionState, actionStateLabel } from './schema';

export const actionLifecycle = lifecycle<ActionState>(
  { subject: 'The action', label: actionStateLabel },
  {
    OPEN: ['DOING', 'DROPPED'],
    DOING: ['DONE', 'DROPPED'],
    DONE: [],
    DROPPED: [],
  },
);
