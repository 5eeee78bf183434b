'use server';

import { redirect } from 'next/navigation';
import { currentContext, forgetSession } from '@/lib/auth/pages/current-member';
import { fieldsOf, refusedForm } from '@/lib/auth/pages/form-answer';
import { resetPassword } from '@/lib/members/commands/reset-password';
import type { FormAnswer } from '@/lib/members/rules/form-answer';

export async function resetPasswordAction(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const { token = '', password = '' } = fieldsOf(form);
  try {
    await resetPassword(await currentContext(), { token, password });
    await forgetSession();
  } catch (error) {
    return refusedForm(form, error);
  }
  redirect('/sign-in?changed');
}
