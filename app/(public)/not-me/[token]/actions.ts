'use server';

import { headers } from 'next/headers';
import { callOf } from '@/lib/auth/request-context';
import { refuseDelivery } from '@/lib/deliveries/commands/refuse';
import { fieldsOf, refusalOf } from '@/lib/http/forms/sent-form';
import type { FormState } from '@/lib/platform/rules/form-state';

/** Ends all mails to an address. A button and no link, because mail programs open links by themselves. */
export async function refuseMails(_before: FormState, form: FormData): Promise<FormState> {
  try {
    const visitor = { ...callOf(await headers()), actor: { kind: 'anonymous' as const } };
    await refuseDelivery(visitor, { token: fieldsOf(form).token ?? '' });
    return { typed: {}, errors: [], refusal: null, done: true };
  } catch (error) {
    return { typed: {}, ...refusalOf(error), done: false };
  }
}
