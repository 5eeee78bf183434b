'use client';

import { useRef } from 'react';
import { api } from '@/components/api/api';
import { useAct } from '@/components/api/use-act';
import { Button } from '@/components/ui/button';
import { Card, CardHeader } from '@/components/ui/card';
import { Form } from '@/components/ui/form';
import { onSubmit } from '@/components/ui/on-submit';
import { passwordHint } from './new-password-form';
import { PasswordField } from './password-field';

export function ChangePasswordForm({ account }: { account: { id: string; email: string } }) {
  const form = useRef<HTMLFormElement>(null);
  const act = useAct({
    touches: ['session'],
    form: 'shown',
    call: (entered: { current: string; password: string }, { key }) =>
      api('PUT /members/:memberId/password', { memberId: account.id, ...entered }, { key }),
    done: { title: 'Your password is changed', description: 'You were signed out on your other devices.' },
    onDone: () => form.current?.reset(),
  });
  const save = (data: FormData) =>
    act.run({ current: String(data.get('current') ?? ''), password: String(data.get('password') ?? '') });
  return (
    <Card>
      <CardHeader title="Password" />
      <Form ref={form} onSubmit={onSubmit(save)} className="pad" errors={act.errors}>
        <input type="hidden" autoComplete="username" value={account.email} readOnly />
        <PasswordField
          {...act.field('current')}
          label="Password now"
          className=""
          autoComplete="current-password"
        />
        <PasswordField
          {...act.field('password')}
          label="New password"
          autoComplete="new-password"
          hint={passwordHint}
        />
        <Button type="submit" variant="primary" pending={act.pending} className="mt-5">
          Change the password
        </Button>
      </Form>
    </Card>
  );
}
