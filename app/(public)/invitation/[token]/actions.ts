'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { currentContext, setCookies } from '@/lib/auth/pages/current-member';
import { consoleHome } from '@/lib/auth/pages/safe-path';
import { callOf } from '@/lib/auth/request-context';
import { signIn } from '@/lib/auth/sign-in/sign-in';
import { fieldsOf, refusedForm } from '@/lib/http/forms/sent-form';
import { acceptInvitation } from '@/lib/members/commands/accept-invitation';
import type { FormState } from '@/lib/platform/rules/form-state';

export async function acceptInvitationAction(_before: FormState, form: FormData): Promise<FormState> {
  const { token = '', name = '', password = '' } = fieldsOf(form);
  try {
    const { email } = await acceptInvitation(await currentContext(), { token, name, password });
    const head = await headers();
    const { cookies } = await signIn(callOf(head), { email, password }, head.get('cookie'));
    await setCookies(cookies);
  } catch (error) {
    return refusedForm(form, error);
  }
  redirect(consoleHome);
}
