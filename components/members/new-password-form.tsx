'use client';

import { useActionState } from 'react';
import { Form } from '@/components/ui/form';
import { Note } from '@/components/ui/note';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import { shortestPassword } from '@/lib/members/rules/password';
import { type FormAction, untouchedForm } from '@/lib/platform/rules/form-state';
import { PasswordField } from './password-field';

export const passwordHint = `At least ${shortestPassword} characters. A few words that do not belong together are easy to remember.`;

interface NewPasswordFormProps {
  action: FormAction;
  token: string;
  email: string;
  /** For an invitation: the person also says who they are. */
  name?: string | undefined;
  submitLabel?: string | undefined;
}

/** Chooses a password behind a mailed link. Works without scripts. */
export function NewPasswordForm({
  action,
  token,
  email,
  name,
  submitLabel = 'Save it',
}: NewPasswordFormProps) {
  const [answer, submit] = useActionState(action, untouchedForm);
  const errorOf = (field: string) => answer.errors.find((error) => error.field === field)?.message;
  const nameError = errorOf('name');
  return (
    <Form action={submit} className="card mt-6 p-6 max-sm:px-4" errors={answer.errors}>
      {answer.refusal ? (
        <Note tone="bad" role="alert" className="mb-5 text-base">
          {answer.refusal.message}
        </Note>
      ) : null}
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="username" autoComplete="username" value={email} />
      {name === undefined ? null : (
        <TextField
          label="Your name"
          name="name"
          autoComplete="name"
          hint="As the others see it"
          defaultValue={answer.typed.name ?? name}
          key={answer.typed.name ?? name}
          {...(nameError ? { error: nameError } : {})}
        />
      )}
      <PasswordField
        className={name === undefined ? '' : 'mt-5'}
        label="New password"
        name="password"
        autoComplete="new-password"
        hint={passwordHint}
        error={errorOf('password')}
      />
      <SubmitButton size="lg" className="mt-5">
        {submitLabel}
      </SubmitButton>
    </Form>
  );
}
