import { lifecycle } from '@/lib/platform/lifecycle';
import { type MemberState, memberStateLabel } from './schema';

/** Disabling an invitation takes it back; a new one goes out with a new link. */
export const memberLifecycle = lifecycle<MemberState>(
  { subject: 'The member', label: memberStateLabel },
  {
    INVITED: ['ACTIVE', 'DISABLED'],
    ACTIVE: ['DISABLED'],
    DISABLED: ['ACTIVE', 'INVITED'],
  },
);
