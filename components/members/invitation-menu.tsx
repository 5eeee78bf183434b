'use client';

import { api } from '@/components/api/api';
import { useAct } from '@/components/api/use-act';
import { Button } from '@/components/ui/button';
import { Menu } from '@/components/ui/menu';
import type { OpenInvitationView } from '@/lib/members/queries/views';

export function InvitationMenu({ invitation }: { invitation: OpenInvitationView }) {
  const { id, email, name, role } = invitation;
  const touches = ['member'] as const;
  const again = useAct({
    touches,
    version: invitation.expiresAt,
    call: (_, { key }) => api('POST /members', { email, role, ...(name ? { name } : {}) }, { key }),
    done: { title: `A new link goes to ${email}`, description: 'The one before stopped working.' },
    refusal: 'toast',
  });
  const takeBack = useAct({
    touches,
    call: (_, { key }) => api('DELETE /members/invitations/:invitationId', { invitationId: id }, { key }),
    done: `The invitation to ${email} is taken back`,
    refusal: 'toast',
  });
  return (
    <Menu
      label={`What to do about the invitation to ${email}`}
      trigger={<Button size="icon-sm" icon="dots" aria-label={`More about the invitation to ${email}`} />}
      entries={[
        {
          kind: 'action',
          label: 'Send a new link',
          icon: 'send',
          onSelect: () => void again.run(),
        },
        {
          kind: 'action',
          label: 'Take it back',
          icon: 'x',
          danger: true,
          onSelect: () => void takeBack.run(),
        },
      ]}
    />
  );
}
