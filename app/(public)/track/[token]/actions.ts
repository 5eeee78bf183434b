'use server';

import { headers } from 'next/headers';
import type { z } from 'zod';
import { callOf } from '@/lib/auth/request-context';
import { fieldsOf, refusalOf } from '@/lib/http/forms/sent-form';
import { sentPictures } from '@/lib/http/forms/sent-report';
import type { Context } from '@/lib/platform/context';
import { AppError } from '@/lib/platform/errors';
import type { FormState } from '@/lib/platform/rules/form-state';
import { attachFile } from '@/lib/reports/commands/attach';
import { confirmReport } from '@/lib/reports/commands/confirm';
import { correctReport } from '@/lib/reports/commands/correct';
import { replyToTeam } from '@/lib/reports/commands/reply';
import { actingReporter } from '@/lib/reports/links/open-link';
import type { confirmInput, correctInput } from '@/lib/reports/schema';

type Typed = Record<string, string>;

/** Runs a form as the reporter whose link it was opened with. What is refused comes back as it was typed. */
async function asReporter(
  form: FormData,
  run: (ctx: Context, ref: string, typed: Typed) => Promise<void>,
): Promise<FormState> {
  const { token = '', ...typed } = fieldsOf(form);
  try {
    const { actor, reportRef } = await actingReporter(token);
    await run({ ...callOf(await headers()), actor }, reportRef, typed);
    return { typed: {}, errors: [], refusal: null, done: true };
  } catch (error) {
    return { typed, ...refusalOf(error), done: false };
  }
}

/** A message, pictures, or both. */
export async function reply(_before: FormState, form: FormData): Promise<FormState> {
  return await asReporter(form, async (ctx, ref, { text = '', clientKey }) => {
    const pictures = await sentPictures(form, 'files');
    const onlyPictures = !text.trim() && pictures.length > 0;
    const message = onlyPictures
      ? null
      : await replyToTeam(ctx, { ref, text, ...(clientKey ? { clientKey } : {}) });
    for (const picture of pictures)
      await attachFile(ctx, { ref, messageId: message?.id ?? null, ...picture });
  });
}

export async function confirm(_before: FormState, form: FormData): Promise<FormState> {
  return await asReporter(form, async (ctx, ref, typed) => {
    if (!typed.answer) throw new AppError('invalid', 'Choose one of the three answers.');
    await confirmReport(ctx, { ...typed, ref } as z.input<typeof confirmInput>);
  });
}

export async function correct(_before: FormState, form: FormData): Promise<FormState> {
  return await asReporter(form, async (ctx, ref, typed) => {
    // An unticked box is not sent at all, and here it means no.
    const boxes = { wantsUpdates: typed.wantsUpdates ?? 'false', slow: typed.slow ?? 'false' };
    await correctReport(ctx, { ...typed, ...boxes, ref } as z.input<typeof correctInput>);
  });
}
