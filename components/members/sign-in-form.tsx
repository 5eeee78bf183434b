'use client';

import Link from 'next/link';
import { useActionState } from 'react';
import { Choice } from '@/components/ui/choice';
import { Form } from '@/components/ui/form';
import { Note } from '@/components/ui/note';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import { type FormAction, untouchedForm } from '@/lib/platform/rules/form-state';
import { PasswordField } from './password-field';

interface SignInFormProps {
  action: FormAction;
  next: string;
  /** Of next-auth's own address, which answers with a code. */
  failed?: string | undefined;
  /** The person comes from choosing a new password. */
  changed?: boolean | undefined;
}

const codes: Record<string, string> = {
  CredentialsSignin: 'unauthenticated',
  TooManyTries: 'rate_limited',
  Unavailable: 'unavailable',
};

export function SignInForm({ action, next, failed, changed = false }: SignInFormProps) {
  const [answer, submit] = useActionState(action, untouchedForm);
  const errorOf = (field: string) => answer.errors.find((error) => error.field === field)?.message;
  const fresh = answer === untouchedForm;
  const refusal = answer.refusal ?? (fresh && failed ? refusalOf(failed) : undefined);
  return (
    <>
      {refusal ? <Refusal {...refusal} /> : null}
      {fresh && changed && !refusal ? (
        <Note tone="accent" icon="check" role="status" className="mt-6" title="Your new password is set.">
          Sign in with it. You were signed out everywhere else.
        </Note>
      ) : null}
      <Form action={submit} className="card mt-6 p-6 max-sm:px-4" errors={answer.errors}>
        <input type="hidden" name="next" value={next} />
        <TextField
          label="Email"
          name="email"
          type="email"
          autoComplete="username"
          defaultValue={answer.typed.email ?? ''}
          key={answer.typed.email ?? ''}
          {...withError(errorOf('email'))}
        />
        <PasswordField
          label="Password"
          name="password"
          autoComplete="current-password"
          aside={
            <Link prefetch={false} href="/password" className="text-base">
              Forgotten it?
            </Link>
          }
          error={errorOf('password')}
        />
        <Choice
          type="checkbox"
          name="keep"
          value="true"
          defaultChecked={answer.typed.keep === 'true'}
          className="mt-5"
          label="Keep me signed in on this device for 12 hours"
        />
        <SubmitButton size="lg" className="mt-5 w-full">
          Sign in
        </SubmitButton>
      </Form>
    </>
  );
}

const withError = (error: string | undefined) => (error ? { error } : {});

function refusalOf(failed: string): { code: string; message: string } {
  const code = codes[failed] ?? 'internal';
  const message = {
    unauthenticated: 'That email and password do not match.',
    rate_limited: 'Too many tries from this network. Wait a minute before the next.',
  }[code];
  return { code, message: message ?? 'Signing in did not work. Try again.' };
}

function Refusal({ code, message }: { code: string; message: string }) {
  if (code === 'unauthenticated') {
    return (
      <Note tone="bad" role="alert" className="mt-6 text-base" title={message}>
        <br />
        Check both, or{' '}
        <Link prefetch={false} href="/password">
          get a link by email
        </Link>
        . Nothing is locked.
      </Note>
    );
  }
  const [sentence, ...rest] = message.split(/(?<=\.) /);
  return (
    <Note tone="warn" icon="clock" role="alert" className="mt-6 text-base" title={sentence}>
      <br />
      {rest.join(' ')} <a href="/">The status page</a> and{' '}
      <Link prefetch={false} href="/report">
        reporting
      </Link>{' '}
      still work.
    </Note>
  );
}
