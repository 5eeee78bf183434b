import { AppError, isAppError } from '@/lib/platform/errors';
import { Prisma } from '@/prisma/generated/client';

interface Faulty {
  code?: unknown;
  cause?: unknown;
  meta?: Record<string, unknown>;
  originalCode?: unknown;
  /** Its name, from the driver; wrapped by Prisma's adapter. */
  constraint?: string | { index?: string };
}

/** An error and its causes. */
function faultsOf(error: unknown, depth = 0): Faulty[] {
  if (typeof error !== 'object' || error === null || depth > 5) return [];
  const fault = error as Faulty;
  return [fault, ...[fault.cause, fault.meta?.driverAdapterError].flatMap((e) => faultsOf(e, depth + 1))];
}

/** SQLSTATE or Prisma code of an error and of its causes. */
function codesOf(error: unknown): string[] {
  return faultsOf(error)
    .flatMap((fault) => [fault.code, fault.originalCode, fault.meta?.code])
    .filter((code): code is string => typeof code === 'string');
}

const retryable = new Set(['40001', '40P01', 'P2034']);
const away = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'P1001',
  'P1002',
  'P1008',
  'P1017',
  'P2024',
  'P2028',
  '57P01',
  '57P02',
  '57P03',
  '08000',
  '08003',
  '08006',
  '53300',
]);
const awayWords =
  /Connection terminated|timeout exceeded when trying to connect|server closed the connection|Can't reach database|the database system is|Closed connection/i;

/** A serialization failure or deadlock: the transaction can simply be run again. */
export function isRetryable(error: unknown): boolean {
  return codesOf(error).some((code) => retryable.has(code));
}

/** The database cannot be reached, is starting or is stopping. */
export function isDatabaseAway(error: unknown): boolean {
  if (codesOf(error).some((code) => away.has(code))) return true;
  return error instanceof Error && awayWords.test(error.message);
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
 * The one place where an error of the database becomes a refusal: it is away or a row stays locked (503), or the row
 * names another one that there is not (422). Others pass unchanged.
 */
export function translateDatabaseError(error: unknown): unknown {
  if (isAppError(error)) return error;
  if (isLockTimeout(error)) return unavailable('Somebody else is changing the same at the moment.', error);
  if (isDatabaseAway(error)) return unavailable('The database cannot be reached at the moment.', error);
  const field = danglingField(error);
  return field ? unknownId(field, error) : error;
}

function unknownId(field: string, cause: unknown): AppError {
  const sentence = 'There is nothing with this id. Choose one of those that there are.';
  return new AppError('invalid', `Please check what was sent (${field}): ${sentence}`, {
    fields: { [field]: [sentence] },
    cause,
  });
}

function unavailable(why: string, cause: unknown): AppError {
  return new AppError('unavailable', `${why} Nothing was changed; try again.`, { retryAfter: 5, cause });
}
