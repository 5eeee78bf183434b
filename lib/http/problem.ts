import { translateDatabaseError } from '@/lib/database/database-errors';
import type { Problem } from '@/lib/http/rules/problem';
import { type AppError, type ErrorCode, isAppError } from '@/lib/platform/errors';
import { logger } from '@/lib/platform/process/log';
import { fetchResponse } from './api/fetch-response';
import { type ApiAnswer, jsonAnswer } from './api/request';

const statusOf: Record<ErrorCode, number> = {
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  not_allowed: 405,
  invalid: 422,
  unreadable: 400,
  conflict: 409,
  in_progress: 409,
  precondition: 412,
  rate_limited: 429,
  too_large: 413,
  unavailable: 503,
};

/** The one mapping from errors to HTTP. Unknown errors are logged and told as such, without their text. */
export function problemOf(error: unknown): Problem {
  const known = translateDatabaseError(error);
  if (isAppError(known)) {
    const refusal: AppError = known;
    return {
      type: `urn:standby:${refusal.code}`,
      title: refusal.code,
      status: statusOf[refusal.code],
      detail: refusal.message,
      ...(Object.keys(refusal.fields).length > 0 ? { fields: refusal.fields } : {}),
      ...(refusal.retryAfter === undefined ? {} : { retryAfter: refusal.retryAfter }),
      ...(Object.keys(refusal.details).length > 0 ? { details: refusal.details } : {}),
    };
  }
  logger().error({ err: error }, 'an unexpected error');
  return {
    type: 'urn:standby:internal',
    title: 'internal',
    status: 500,
    detail: 'Something in Standby went wrong. It was written to the log; nothing was changed.',
  };
}

export function problemAnswer(error: unknown): ApiAnswer {
  const problem = problemOf(error);
  const { status, retryAfter } = problem;
  return jsonAnswer(problem, status, {
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
    ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
  });
}

export function problemResponse(error: unknown): Response {
  return fetchResponse(problemAnswer(error));
}
