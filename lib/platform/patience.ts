import { AppError } from './errors';

/**
 * Waits for the database for so many milliseconds and no longer. The work goes on: who calls this takes care that its
 * late end does no harm.
 * @throws AppError `unavailable`
 */
export async function withPatience<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const impatience = new Promise<never>((_, reject) => {
    const late = new AppError('unavailable', 'The database does not answer in time.', { retryAfter: 5 });
    timer = setTimeout(() => reject(late), ms);
  });
  // A failure that comes after the wait is over has nobody left to tell.
  work.catch(() => {});
  try {
    return await Promise.race([work, impatience]);
  } finally {
    clearTimeout(timer);
  }
}
