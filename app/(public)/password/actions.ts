'use server';

import { askForReset } from '@/lib/auth/ask-for-reset';
import { currentContext } from '@/lib/auth/current';
import { fieldsOf, refusedForm } from '@/lib/auth/form-answer';
import type { FormAnswer } from '@/lib/members/form-schema';

export async function askForResetAction(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const { email = '' } = fieldsOf(form);
  try {
    await askForReset(await currentContext(), { email });
    return { typed: { email }, errors: [], done: true };
  } catch (error) {
    return refusedForm(form, error);
  }
}
