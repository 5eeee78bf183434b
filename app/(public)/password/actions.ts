'use server';

import { currentContext } from '@/lib/auth/pages/current-member';
import { fieldsOf, refusedForm } from '@/lib/auth/pages/form-answer';
import { requestReset } from '@/lib/members/commands/request-reset';
import type { FormAnswer } from '@/lib/members/rules/form-answer';

export async function askForResetAction(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const { email = '' } = fieldsOf(form);
  try {
    await requestReset(await currentContext(), { email });
    return { typed: { email }, errors: [], done: true };
  } catch (error) {
    return refusedForm(form, error);
  }
}
