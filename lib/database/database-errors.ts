import {
  codesOf,
  consequences,
  faultsOf,
  isOfDatabase,
  type Trouble,
  troubleOf,
} from '@/lib/database/health/trouble';
import { AppError, isAppError } from '@/lib/platform/errors';
import { databaseHealth } from './db';
import { columnsOfTables } from './tables';

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
 * Whether an error is of a database that is in trouble, as somebody finds who looks at it: then to wait is all that
 * helps. Else it is of what was asked, and would stay with it for ever.
 */
export async function isInTrouble(error: unknown): Promise<boolean> {
  const trouble = troubleOf(error);
  return trouble !== null && (await databaseHealth().confirms(trouble));
}

/** The database is why something is not known, whatever its error: what is known without it has to do. */
export function isUnread(error: unknown): boolean {
  return isUnavailable(error) || isOfDatabase(error);
}

/** Whoever only reads gave no values that could be at fault. @throws AppError `unavailable` instead of any error of the database */
export function refuseUnread(error: unknown): never {
  const known = translateDatabaseError(error);
  if (isUnavailable(known) || !isOfDatabase(known)) throw known;
  throw unavailable('The database does not answer as it should.', 5, error);
}

/**
 * An error of the database that became no refusal of what was said (`translateDatabaseError`): the same may go through
 * later, whatever it is. What a schema let in and a constraint does not is a rule that somebody added, or a fault of ours.
 */
export function mayPass(error: unknown): boolean {
  return isUnavailable(error) || (isOfDatabase(error) && !isAppError(error));
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

/** The fields that name another row, by their constraints: `dataset_service_id_fkey` is `serviceId`. */
const naming = new Map(
  columnsOfTables
    .filter(({ field }) => field !== 'id')
    .map(({ table, column, field }) => [`${table}_${column}_fkey`, field]),
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
