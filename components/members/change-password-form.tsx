'use client';

import { useQueryClient } from '@tanstack/react-query';
import { Button } from '@/components/ui/button';
import { Card, CardHeader } from '@/components/ui/card';
import { ErrorSummary } from '@/components/ui/error-summary';
import { showToast } from '@/components/ui/show-toast';
import { changePassword } from './api';
import { passwordHint } from './new-password-form';
import { PasswordField } from './password-field';
import { useFormSave } from './use-form-save';

export function ChangePasswordForm({ account }: { account: { id: string; email: string } }) {
  const client = useQueryClient();
  const { onSubmit, pending, summary, errorOf } = useFormSave(async (form, element) => {
    await changePassword(account.id, {
      current: String(form.get('current') ?? ''),
      password: String(form.get('password') ?? ''),
    });
    element.reset();
    showToast({
      title: 'Your password is changed',
      description: 'You were signed out on your other devices.',
    });
    await client.invalidateQueries({ queryKey: ['session'] });
  });
  return (
    <Card>
      <CardHeader title="Password" />
      <form onSubmit={onSubmit} className="pad" noValidate>
        {summary.length > 0 ? <ErrorSummary errors={summary} /> : null}
        <input type="hidden" autoComplete="username" value={account.email} readOnly />
        <PasswordField
          label="Password now"
          className=""
          name="current"
          autoComplete="current-password"
          error={errorOf('current').error}
        />
        <PasswordField
          label="New password"
          name="password"
          autoComplete="new-password"
          hint={passwordHint}
          error={errorOf('password').error}
        />
        <Button type="submit" variant="primary" pending={pending} className="mt-5">
          Change the password
        </Button>
      </form>
    </Card>
  );
}
