import { isAppError } from '@/lib/platform/errors';
import { logger } from '@/lib/platform/process/log';
import { noteIfRefused } from '@/lib/platform/process/note-refusal';
import type { FormError } from '@/lib/reports/rules/form-state';

export interface Refusal {
  errors: FormError[];
  refusal: string | null;
}

/** What a form says about a refusal: by field where there is one, else for the whole. */
export function refusalOf(error: unknown): Refusal {
  noteIfRefused(error, {}, 'a form was refused');
  if (!isAppError(error)) {
    logger().error({ err: error }, 'a form failed');
    return {
      errors: [],
      refusal: 'Something went wrong on our side, and it was noted. Nothing you typed is lost: try again.',
    };
  }
  const errors = Object.entries(error.fields).flatMap(([field, messages]) =>
    messages[0] ? [{ ...(field ? { field } : {}), message: messages[0] }] : [],
  );
  return errors.length > 0 ? { errors, refusal: null } : { errors: [], refusal: error.message };
}
