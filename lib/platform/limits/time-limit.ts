import { AppError } from '@/lib/platform/errors';

/** A wait is cut into so many pieces. */
const pieces = 10;

/**
 * Waits for the database for so many milliseconds and no longer. The work goes on: who calls this takes care that its
 * late end does no harm. While this process is busy itself, as when it starts, it hears no answer: a piece of the wait
 * that ends late because of that counts for no more than the others.
 * @throws AppError `unavailable`
 */
export async function withTimeLimit<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const impatience = new Promise<never>((_, reject) => {
    const wait = (left: number): void => {
      if (left > 0) timer = setTimeout(wait, ms / pieces, left - 1);
      else reject(new AppError('unavailable', 'The database does not answer in time.', { retryAfter: 5 }));
    };
    wait(pieces);
  });
  // A failure that comes after the wait is over has nobody left to tell.
  work.catch(() => {});
  try {
    return await Promise.race([work, impatience]);
  } finally {
    clearTimeout(timer);
  }
}
