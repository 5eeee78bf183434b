'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { setCookies } from '@/lib/auth/pages/current-member';
import { safePath } from '@/lib/auth/pages/safe-path';
import { callOf } from '@/lib/auth/request-context';
import { signIn } from '@/lib/auth/sign-in/sign-in';
import { fieldsOf, refusedForm } from '@/lib/http/forms/sent-form';
import type { FormState } from '@/lib/platform/rules/form-state';

export async function signInAction(_before: FormState, form: FormData): Promise<FormState> {
  const head = await headers();
  const { email = '', password = '', keep, next } = fieldsOf(form);
  try {
    const { cookies } = await signIn(
      callOf(head),
      { email, password, keep: keep === 'true' },
      head.get('cookie'),
    );
    await setCookies(cookies);
  } catch (error) {
    return refusedForm(form, error);
  }
  redirect(safePath(next));
}
