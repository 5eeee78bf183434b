import { lifecycle } from '@/lib/platform/lifecycle';
import { type MemberState, memberStateLabel } from './schema';

/** A view over member and invitation: disabling an invitation takes it back. */
export const memberLifecycle = lifecycle<MemberState>(
  { subject: 'The member', label: memberStateLabel },
  {
    INVITED: ['ACTIVE', 'DISABLED'],
    ACTIVE: ['DISABLED'],
    DISABLED: ['ACTIVE'],
  },
);
