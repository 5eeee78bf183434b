import { forbidden, notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import type { z } from 'zod';
import type { Context } from '@/lib/platform/context';
import { isAppError } from '@/lib/platform/errors';
import { logger } from '@/lib/platform/process/log';
import type { Query } from '@/lib/platform/query';
import { type ListFilter, readAddress, type SearchParams } from '@/lib/platform/rules/address';
import { type MemberContext, requireMember } from './current-member';

interface Asked<Name extends string> {
  ctx: MemberContext;
  params: Record<Name, string>;
  query: SearchParams;
}

interface PageProps<Name extends string> {
  params: Promise<Record<Name, string>>;
  searchParams: Promise<SearchParams>;
}

/** Ends a page as the API would answer: 403 for what its reader may not, 404 for what there is not. */
export function endPage(error: unknown): never {
  if (isAppError(error) && error.code === 'forbidden') forbidden();
  if (isAppError(error) && error.code === 'not_found') notFound();
  if (isAppError(error) && error.code === 'invalid') {
    // An address that was cut or made up, or a page that asks wrongly.
    logger().info({ err: error }, 'a page is not found, because its query refused the address');
    notFound();
  }
  throw error;
}

/**
 * A page for members. Anybody else is sent to the sign-in page and comes back afterwards; what a query refuses ends
 * the page.
 */
export function consolePage<Name extends string = never>(show: (asked: Asked<Name>) => Promise<ReactNode>) {
  return async ({ params, searchParams }: PageProps<Name>): Promise<ReactNode> => {
    const asked = { ctx: await requireMember(), params: await params, query: await searchParams };
    return await show(asked).catch(endPage);
  };
}

/** What a page shows of a list, and what its address asks for. A page of the list that has gone by is the first one. */
export async function readListForPage<T extends z.ZodObject, V>(
  list: Query<T, V>,
  ctx: Context,
  query: SearchParams,
): Promise<{ view: V; filter: ListFilter<T> }> {
  const filter = readAddress(list.input, query);
  const read = async (wanted: ListFilter<T>) => ({
    view: await list(ctx, wanted as z.input<T>),
    filter: wanted,
  });
  try {
    return await read(filter);
  } catch (error) {
    if (!isAppError(error) || error.code !== 'invalid') throw error;
    const { after: _, ...first } = filter as ListFilter<T> & { after?: string };
    return await read(first as ListFilter<T>);
  }
}
