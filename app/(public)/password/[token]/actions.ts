'use server';

import { redirect } from 'next/navigation';
import { currentContext, forgetSession } from '@/lib/auth/pages/current-member';
import { fieldsOf, refusedForm } from '@/lib/http/forms/sent-form';
import { resetPassword } from '@/lib/members/commands/reset-password';
import type { FormState } from '@/lib/platform/rules/form-state';

export async function resetPasswordAction(_before: FormState, form: FormData): Promise<FormState> {
  const { token = '', password = '' } = fieldsOf(form);
  try {
    await resetPassword(await currentContext(), { token, password });
    await forgetSession();
  } catch (error) {
    return refusedForm(form, error);
  }
  redirect('/sign-in?changed');
}
