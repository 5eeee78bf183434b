import type { FormAnswer } from '@/lib/members/rules/form-answer';
import { isAppError } from '@/lib/platform/errors';
import { logger } from '@/lib/platform/process/log';
import { noteIfRefused } from '@/lib/platform/process/note-refusal';

const secret = /password|token|current/i;

/** The text fields of a form, as typed; Next's own fields and files are left out. */
export function fieldsOf(form: FormData): Record<string, string> {
  if (!(form instanceof FormData)) return {};
  const entries = [...form.entries()].filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && !entry[0].startsWith('$'),
  );
  return Object.fromEntries(entries);
}

/** A refused form, with what was typed but its secrets, so that nothing has to be typed again. */
export function refusedForm(form: FormData, error: unknown): FormAnswer {
  const typed = Object.fromEntries(Object.entries(fieldsOf(form)).filter(([name]) => !secret.test(name)));
  noteIfRefused(error, {}, 'a form was refused');
  if (!isAppError(error)) {
    logger().error({ err: error }, 'a form failed');
    const message = 'Something in Standby went wrong. Nothing was changed; try again.';
    return { typed, errors: [], refusal: { code: 'internal', message } };
  }
  const errors = Object.entries(error.fields).flatMap(([field, messages]) =>
    messages[0] ? [{ ...(field ? { field } : {}), message: messages[0] }] : [],
  );
  if (errors.length > 0) return { typed, errors };
  return { typed, errors: [], refusal: { code: error.code, message: error.message } };
}
