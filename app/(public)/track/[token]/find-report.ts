'use server';

import { headers } from 'next/headers';
import type { z } from 'zod';
import { fieldsOf } from '@/lib/auth/pages/form-answer';
import { callOf } from '@/lib/auth/request-context';
import { refusalOf } from '@/lib/http/form-refusal';
import { mailLink } from '@/lib/reports/commands/mail-link';
import type { TrackFormState } from '@/lib/reports/rules/form-state';
import type { mailLinkInput } from '@/lib/reports/schema';

/** Mails the private link again when reference and address belong together; says the same in either case. */
export async function findReport(_before: TrackFormState, form: FormData): Promise<TrackFormState> {
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
