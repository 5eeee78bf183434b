'use server';

import { headers } from 'next/headers';
import { callOf } from '@/lib/auth/request-context';
import { refuseDelivery } from '@/lib/deliveries/commands/refuse';
import { withdrawRefusal } from '@/lib/deliveries/commands/withdraw-refusal';
import { fieldsOf, refusalOf } from '@/lib/http/forms/sent-form';
import type { FormState } from '@/lib/platform/rules/form-state';

/** Ends all mails to an address, or takes that back. A button and no link, because mail programs open links by themselves. */
export async function refuseMails(_before: FormState, form: FormData): Promise<FormState> {
  const { token = '', wish = '' } = fieldsOf(form);
  try {
    const visitor = { ...callOf(await headers()), actor: { kind: 'anonymous' as const } };
    await (wish === 'mails' ? withdrawRefusal : refuseDelivery)(visitor, { token });
    return { typed: { wish }, errors: [], refusal: null, done: true };
  } catch (error) {
    return { typed: { wish }, ...refusalOf(error), done: false };
  }
}
