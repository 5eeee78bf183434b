import { notFound } from 'next/navigation';
import { isAppError } from '@/lib/platform/errors';

export type PageView<V> = { view: V; refusal?: never } | { view?: never; refusal: string };

/**
 * What a page shows: the view, or the sentence why this member does not get it. What does not exist is Next's
 * "not found"; everything else is thrown on.
 */
export async function readForPage<V>(read: Promise<V>): Promise<PageView<V>> {
  try {
    return { view: await read };
  } catch (error) {
    if (!isAppError(error)) throw error;
    if (error.code === 'not_found') notFound();
    if (error.code === 'forbidden') return { refusal: error.message };
    throw error;
  }
}

/** For a read that a page is nothing without: what is not there, or not for this member to know of, is "not found". */
export function notFoundHere(error: unknown): never {
  if (isAppError(error) && ['not_found', 'forbidden', 'invalid'].includes(error.code)) notFound();
  throw error;
}
