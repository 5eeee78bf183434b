import { isAppError } from '@/lib/platform/errors';
import { logger } from '@/lib/platform/process/log';
import { noteIfRefused } from '@/lib/platform/process/note-refusal';
import type { FormRefusal, FormState } from '@/lib/platform/rules/form-state';

const secret = /password|token|current/i;

/** The text fields of a form, as typed; Next's own fields and files are left out. */
export function fieldsOf(form: FormData): Record<string, string> {
  if (!(form instanceof FormData)) return {};
  const entries = [...form.entries()].filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && !entry[0].startsWith('$'),
  );
  return Object.fromEntries(entries);
}

/** What a form says about a refusal: by field where there is one, else for the whole. */
export function refusalOf(error: unknown): FormRefusal {
  noteIfRefused(error, {}, 'a form was refused');
  if (!isAppError(error)) {
    logger().error({ err: error }, 'a form failed');
    const message =
      'Something went wrong on our side, and it was noted. Nothing you typed is lost: try again.';
    return { errors: [], refusal: { code: 'internal', message } };
  }
  const errors = Object.entries(error.fields).flatMap(([field, messages]) =>
    messages[0] ? [{ ...(field ? { field } : {}), message: messages[0] }] : [],
  );
  const { code, message } = error;
  return errors.length > 0 ? { errors, refusal: null } : { errors: [], refusal: { code, message } };
}

/** A refused form, with what was typed but its secrets, so that nothing has to be typed again. */
export function refusedForm(form: FormData, error: unknown): FormState {
  const typed = Object.fromEntries(Object.entries(fieldsOf(form)).filter(([name]) => !secret.test(name)));
  return { typed, ...refusalOf(error), done: false };
}
