'use server';

import { headers } from 'next/headers';
import type { z } from 'zod';
import { callOf } from '@/lib/auth/request-context';
import { fieldsOf, refusalOf } from '@/lib/http/forms/sent-form';
import type { FormState } from '@/lib/platform/rules/form-state';
import { mailLink } from '@/lib/reports/commands/mail-link';
import type { mailLinkInput } from '@/lib/reports/schema';

/** Mails the private link again when reference and address belong together; says the same in either case. */
export async function findReport(_before: FormState, form: FormData): Promise<FormState> {
  const typed = fieldsOf(form);
  try {
    await mailLink(
      { ...callOf(await headers()), actor: { kind: 'anonymous' } },
      typed as z.input<typeof mailLinkInput>,
    );
    return { typed, errors: [], refusal: null, done: true };
  } catch (error) {
    return { typed, ...refusalOf(error), done: false };
  }
}
