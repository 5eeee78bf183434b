import { AppError, isAppError } from '@/lib/platform/errors';

interface Faulty {
  code?: unknown;
  message?: unknown;
  cause?: unknown;
  meta?: Record<string, unknown>;
  originalCode?: unknown;
  originalMessage?: unknown;
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

const dangling = /insert or update on table "(\w+)" violates foreign key constraint "(\w+)_fkey"/;

/** The field of a new row that names what there is not, as `serviceId` of `dataset_service_id_fkey`; null otherwise. */
function danglingField(error: unknown): string | null {
  const messages = faultsOf(error).flatMap((fault) => [fault.message, fault.originalMessage]);
  const [, table = '', constraint = ''] =
    messages.map((text) => dangling.exec(String(text))).find(Boolean) ?? [];
  const column = constraint.slice(table.length + 1);
  return column ? column.replaceAll(/_(\w)/g, (_, letter) => letter.toUpperCase()) : null;
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
