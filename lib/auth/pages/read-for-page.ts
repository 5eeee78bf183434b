import { notFound } from 'next/navigation';
import type { z } from 'zod';
import type { Context } from '@/lib/platform/context';
import { isAppError } from '@/lib/platform/errors';
import type { Query } from '@/lib/platform/query';
import { type ListFilter, readAddress, type SearchParams } from '@/lib/platform/rules/address';

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

/** What a page shows of a list, and what its address asks for. A page of the list that has gone by is the first one. */
export async function readListForPage<T extends z.ZodObject, V>(
  list: Query<T, V>,
  ctx: Context,
  params: Promise<SearchParams>,
): Promise<PageView<V> & { filter: ListFilter<T> }> {
  const filter = readAddress(list.input, await params);
  const read = (wanted: ListFilter<T>) => readForPage(list(ctx, wanted as z.input<T>));
  try {
    return { ...(await read(filter)), filter };
  } catch (error) {
    if (!isAppError(error) || error.code !== 'invalid') throw error;
    const { after: _, ...first } = filter as ListFilter<T> & { after?: string };
    return { ...(await read(first as ListFilter<T>)), filter: first as ListFilter<T> };
  }
}
