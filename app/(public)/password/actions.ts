'use server';

import { currentContext } from '@/lib/auth/pages/current-member';
import { fieldsOf, refusedForm } from '@/lib/http/forms/sent-form';
import { requestReset } from '@/lib/members/commands/request-reset';
import { type FormState, untouchedForm } from '@/lib/platform/rules/form-state';

export async function askForResetAction(_before: FormState, form: FormData): Promise<FormState> {
  const { email = '' } = fieldsOf(form);
  try {
    await requestReset(await currentContext(), { email });
    return { ...untouchedForm, typed: { email }, done: true };
  } catch (error) {
    return refusedForm(form, error);
  }
}
