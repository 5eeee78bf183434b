'use client';

import { useActionState } from 'react';
import { Form } from '@/components/ui/form';
import { LinkButton } from '@/components/ui/link-button';
import { Note } from '@/components/ui/note';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import { type FormAction, untouchedForm } from '@/lib/platform/rules/form-state';

interface AskForResetFormProps {
  action: FormAction;
}

export function AskForResetForm({ action }: AskForResetFormProps) {
  const [answer, submit] = useActionState(action, untouchedForm);
  const error = answer.errors.find(({ field }) => field === 'email')?.message;
  if (answer.done) {
    return (
      <Note tone="accent" icon="mail" role="status" className="mt-6 text-base" title="Look into your mail.">
        If {answer.typed.email} belongs to a member, a link is on its way. Nothing came after some minutes?
        Check the address, or ask an admin.
      </Note>
    );
  }
  return (
    <Form action={submit} className="card mt-6 p-6 max-sm:px-4" errors={answer.errors}>
      {answer.refusal ? (
        <Note tone="warn" icon="clock" role="alert" className="mb-5 text-base">
          {answer.refusal.message}
        </Note>
      ) : null}
      <TextField
        label="Email"
        name="email"
        type="email"
        autoComplete="username"
        defaultValue={answer.typed.email ?? ''}
        key={answer.typed.email ?? ''}
        {...(error ? { error } : {})}
      />
      <div className="row flex-wrap mt-5">
        <SubmitButton size="lg">Send me a link</SubmitButton>
        <LinkButton href="/sign-in" variant="quiet" size="lg">
          Back to signing in
        </LinkButton>
      </div>
    </Form>
  );
}
