'use client';

import { api } from '@/components/api/api';
import { useAct } from '@/components/api/use-act';
import { FormDialog } from '@/components/ui/form-dialog';
import { TextField } from '@/components/ui/text-field';
import type { Role } from '@/lib/members/schema';
import { RoleChoice } from './role-choice';

function inputOf(form: FormData) {
  const name = String(form.get('name') ?? '').trim();
  const role = String(form.get('role') ?? 'USER') as Role;
  return { email: String(form.get('email') ?? ''), role, ...(name ? { name } : {}) };
}

export function InviteDialog({ onClose }: { onClose: () => void }) {
  const act = useAct({
    touches: ['member'],
    form: 'opened',
    call: (input: ReturnType<typeof inputOf>, { key }) => api('POST /members', input, { key }),
    done: ({ email }) => ({
      title: `An invitation goes to ${email}`,
      description: 'Until they accept, it is in the list.',
    }),
    onDone: onClose,
  });
  return (
    <FormDialog
      title="Invite a member"
      description="They get a link by mail, choose their own password, and are in."
      submit="Send the invitation"
      act={act}
      onSubmit={(form) => act.run(inputOf(form))}
      onClose={onClose}
    >
      <TextField {...act.field('email')} label="Email" type="email" autoComplete="off" />
      <TextField {...act.field('name')} label="Name" optional autoComplete="off" hint="They can change it" />
      <RoleChoice error={act.errorOf('role')} />
    </FormDialog>
  );
}
