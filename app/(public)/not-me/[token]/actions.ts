'use server';

import { headers } from 'next/headers';
import { fieldsOf } from '@/lib/auth/pages/form-answer';
import { callOf } from '@/lib/auth/request-context';
import { refuseDelivery } from '@/lib/deliveries/commands/refuse';
import { refusalOf } from '@/lib/http/form-refusal';
import type { TrackFormState } from '@/lib/reports/rules/form-state';

/** Ends all mails to an address. A button and no link, because mail programs open links by themselves. */
export async function refuseMails(_before: TrackFormState, form: FormData): Promise<TrackFormState> {
  try {
    const visitor = { ...callOf(await headers()), actor: { kind: 'anonymous' as const } };
    await refuseDelivery(visitor, { token: fieldsOf(form).token ?? '' });
    return { typed: {}, errors: [], refusal: null, done: true };
  } catch (error) {
    return { typed: {}, ...refusalOf(error), done: false };
  }
}
