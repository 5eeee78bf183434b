import { codesOf, consequences, faultsOf, type Trouble, troubleOf } from '@/lib/database/health/trouble';
import { AppError, isAppError } from '@/lib/platform/errors';
import { Prisma } from '@/prisma/generated/client';
import { databaseHealth } from './db';

const retryable = new Set(['40001', '40P01', 'P2034', '25006']);

/**
 * The transaction can simply be run again: after a serialization failure or deadlock, and on a new connection when its
 * own led to a server that takes no writes any more.
 */
export function isRetryable(error: unknown): boolean {
  return codesOf(error).some((code) => retryable.has(code));
}

/** What was asked is not at fault: the database is in some trouble, or did not answer in time. */
export function isUnavailable(error: unknown): boolean {
  return troubleOf(error) !== null || (isAppError(error) && error.code === 'unavailable');
}

/**
 * An error of the database that is not what it thinks of the values that it was given (classes 22 and 23): the same may
 * go through later, whatever trouble it is.
 */
export function mayPass(error: unknown): boolean {
  const states = codesOf(error).filter((code) => /^[0-9A-Z]{5}$/.test(code));
  return isUnavailable(error) || (states.length > 0 && !states.some((state) => /^2[23]/.test(state)));
}

/** Somebody else held a row for longer than a request waits (`lock_timeout`). */
export function isLockTimeout(error: unknown): boolean {
  return codesOf(error).includes('55P03');
}

/** A unique constraint refused the row. */
export function isDuplicate(error: unknown): boolean {
  return codesOf(error).some(
    (code) => code === '23505' || code === 'P2002' || code === 'UniqueConstraintViolation',
  );
}

/** Runs a write; what another row has already is refused at its field. @throws AppError `invalid` */
export async function refuseTaken<T>(field: string, sentence: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    throw new AppError('invalid', sentence, { fields: { [field]: [sentence] } });
  }
}

const sqlName = (name: string): string =>
  name.replaceAll(/(?<!^)[A-Z]/g, (letter) => `_${letter}`).toLowerCase();

/** The fields that name another row, by their constraints: `dataset_service_id_fkey` is `serviceId`. */
const naming = new Map(
  Object.values(Prisma.ModelName).flatMap((model) =>
    Object.keys(Prisma[`${model}ScalarFieldEnum`])
      .filter((field) => field !== 'id')
      .map((field) => [`${sqlName(model)}_${sqlName(field)}_fkey`, field]),
  ),
);

/** The field of a new row that names what there is not; null otherwise. */
export function danglingField(error: unknown): string | null {
  if (!codesOf(error).includes('23503')) return null;
  const constraints = faultsOf(error).map(({ constraint }) =>
    typeof constraint === 'string' ? constraint : constraint?.index,
  );
  return naming.get(constraints.find(Boolean) ?? '') ?? null;
}

/**
 * The one place where an error of the database becomes a refusal: it is in some trouble or a row stays locked (503), or
 * the row names another one that there is not or cannot be stored (422). Others pass unchanged.
 */
export function translateDatabaseError(error: unknown): unknown {
  if (isAppError(error)) return error;
  if (isLockTimeout(error)) return unavailable('Somebody else is changing the same at the moment.', 5, error);
  const trouble = troubleOf(error);
  if (trouble) return refusalFor(trouble, error);
  if (codesOf(error).some((code) => unstorable.has(code))) return tooLarge(error);
  const field = danglingField(error);
  return field ? unknownId(field, error) : error;
}

/** The refusal of an act that met some trouble; somebody looks whether it is more than its own. */
function refusalFor(trouble: Trouble, cause?: unknown): AppError {
  databaseHealth().saw(trouble);
  const { says, retryAfter } = consequences[trouble];
  return unavailable(says, retryAfter, cause);
}

/** A number or an instant out of the range of its column, or a text too long for an index: schemas refuse before. */
const unstorable = new Set(['22003', '22008', '22021', '22P05', '54000', 'P2000', 'P2020', 'P2033']);

function tooLarge(cause: unknown): AppError {
  return new AppError('invalid', 'Something in it is too long or too large to be stored. Shorten it.', {
    cause,
  });
}

function unknownId(field: string, cause: unknown): AppError {
  const sentence = 'There is nothing with this id. Choose one of those that there are.';
  return new AppError('invalid', `Please check what was sent (${field}): ${sentence}`, {
    fields: { [field]: [sentence] },
    cause,
  });
}

function unavailable(why: string, retryAfter: number, cause: unknown): AppError {
  return new AppError('unavailable', `${why} Nothing was changed; try again.`, { retryAfter, cause });
}
