'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useId, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { ErrorSummary } from '@/components/ui/error-summary';
import { showToast } from '@/components/ui/show-toast';
import { TextField } from '@/components/ui/text-field';
import type { Role } from '@/lib/members/schema';
import { inviteMember } from './api';
import { RoleChoice } from './role-choice';
import { useFormSave } from './use-form-save';

export function InviteDialog({
  open,
  onOpenChange,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) {
  const client = useQueryClient();
  const formId = useId();
  const key = useRef(crypto.randomUUID());
  const { onSubmit, pending, summary, errorOf, clear } = useFormSave(async (form) => {
    const name = String(form.get('name') ?? '').trim();
    const email = String(form.get('email') ?? '');
    const role = String(form.get('role') ?? 'USER') as Role;
    const sent = await inviteMember({ email, role, ...(name ? { name } : {}) }, key.current);
    key.current = crypto.randomUUID();
    showToast({
      title: `An invitation goes to ${sent.email}`,
      description: 'Until they accept, it is in the list.',
    });
    onOpenChange(false);
    await client.invalidateQueries({ queryKey: ['member'] });
  });
  const change = (next: boolean): void => {
    clear();
    onOpenChange(next);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={change}
      size="md"
      title="Invite a member"
      description="They get a link by mail, choose their own password, and are in."
      footer={
        <>
          <Button onClick={() => change(false)}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" pending={pending}>
            Send the invitation
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={onSubmit} noValidate className="mt-4">
        {summary.length > 0 ? <ErrorSummary errors={summary} /> : null}
        <TextField label="Email" name="email" type="email" autoComplete="off" {...errorOf('email')} />
        <TextField
          label="Name"
          name="name"
          optional
          autoComplete="off"
          hint="They can change it"
          {...errorOf('name')}
        />
        <RoleChoice {...errorOf('role')} />
      </form>
    </Dialog>
  );
}
