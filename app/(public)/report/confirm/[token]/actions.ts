'use server';

import { headers } from 'next/headers';
import { callOf } from '@/lib/auth/request-context';
import { fieldsOf, refusalOf } from '@/lib/http/forms/sent-form';
import { t } from '@/lib/language/catalogue';
import { AppError } from '@/lib/platform/errors';
import type { FormState } from '@/lib/platform/rules/form-state';
import { releaseReport } from '@/lib/reports/commands/release';
import { openLink } from '@/lib/reports/links/open-link';

/** Lets a held report into the queue. A button and no link, because mail programs open links by themselves. */
export async function confirmAddress(_before: FormState, form: FormData): Promise<FormState> {
  try {
    const link = await openLink('report-confirm', fieldsOf(form).token ?? '');
    if (link.state !== 'open') throw new AppError('not_found', t('error.link.title'));
    const { reportId } = link;
    await releaseReport(
      { ...callOf(await headers()), actor: { kind: 'reporter', reportId } },
      { ref: reportId },
    );
    return { typed: {}, errors: [], refusal: null, done: true };
  } catch (error) {
    return { typed: {}, ...refusalOf(error), done: false };
  }
}
