import { AppError } from '@/lib/platform/errors';

interface Faulty {
  code?: unknown;
  message?: unknown;
  cause?: unknown;
  meta?: Record<string, unknown>;
  originalCode?: unknown;
}

/** SQLSTATE or Prisma code of an error, looked for in its causes too. */
function codesOf(error: unknown, depth = 0): string[] {
  if (typeof error !== 'object' || error === null || depth > 5) return [];
  const fault = error as Faulty;
  const own = [fault.code, fault.originalCode, fault.meta?.code].filter(
    (c): c is string => typeof c === 'string',
  );
  const inner = [fault.cause, fault.meta?.driverAdapterError].flatMap((e) => codesOf(e, depth + 1));
  return [...own, ...inner];
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

/** The one place where a database that is away, or a row that stays locked, becomes a refusal (503). Others pass unchanged. */
export function translateDatabaseError(error: unknown): unknown {
  if (isLockTimeout(error)) return unavailable('Somebody else is changing the same at the moment.', error);
  return isDatabaseAway(error) ? unavailable('The database cannot be reached at the moment.', error) : error;
}

function unavailable(why: string, cause: unknown): AppError {
  return new AppError('unavailable', `${why} Nothing was changed; try again.`, { retryAfter: 5, cause });
}
