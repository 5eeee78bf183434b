'use client';

import { Button } from '@/components/ui/button';
import { Menu } from '@/components/ui/menu';
import type { OpenInvitationView } from '@/lib/members/schema';
import { inviteMember, withdrawInvitation } from './api';
import { useAct } from './use-act';

export function InvitationMenu({ invitation }: { invitation: OpenInvitationView }) {
  const act = useAct('member');
  const { id, email, name, role } = invitation;
  const again = () => inviteMember({ email, role, ...(name ? { name } : {}) }, crypto.randomUUID());
  return (
    <Menu
      label={`What to do about the invitation to ${email}`}
      trigger={<Button size="icon-sm" icon="dots" aria-label={`More about the invitation to ${email}`} />}
      entries={[
        {
          kind: 'action',
          label: 'Send a new link',
          icon: 'send',
          onSelect: () =>
            void act(again, {
              title: `A new link goes to ${email}`,
              description: 'The one before stopped working.',
            }),
        },
        {
          kind: 'action',
          label: 'Take it back',
          icon: 'x',
          danger: true,
          onSelect: () =>
            void act(() => withdrawInvitation(id), { title: `The invitation to ${email} is taken back` }),
        },
      ]}
    />
  );
}
