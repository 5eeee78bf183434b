export const errorCodes = [
  'unauthenticated',
  'forbidden',
  'not_found',
  'not_allowed',
  'invalid',
  'unreadable',
  'conflict',
  'in_progress',
  'precondition',
  'rate_limited',
  'too_large',
  'unavailable',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** Refusals per input field, path joined by dots: `{ 'contact.email': ['Enter an address like …'] }`. */
export type FieldRefusals = Record<string, string[]>;

interface Extra {
  fields?: FieldRefusals;
  /** Seconds until a further try makes sense. */
  retryAfter?: number;
  /** What the refused person needs to go on, e.g. who decided first. Never secrets. */
  details?: Record<string, unknown>;
  cause?: unknown;
}

/** A refusal: `message` is a sentence that a person can act on. Thrown by commands so that they roll back. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly fields: FieldRefusals;
  readonly retryAfter: number | undefined;
  readonly details: Record<string, unknown>;

  constructor(code: ErrorCode, message: string, extra: Extra = {}) {
    super(message, extra.cause === undefined ? undefined : { cause: extra.cause });
    this.name = 'AppError';
    this.code = code;
    this.fields = extra.fields ?? {};
    this.retryAfter = extra.retryAfter;
    this.details = extra.details ?? {};
  }
}

/** True across module instances: bundled and unbundled code each have their own class. */
export function isAppError(error: unknown): error is AppError {
  return error instanceof Error && error.name === 'AppError' && 'code' in error;
}
