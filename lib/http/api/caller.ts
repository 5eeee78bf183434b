import { callOf, headerContext } from '@/lib/auth/request-context';
import type { Context } from '@/lib/platform/context';
import type { Route } from '@/lib/platform/route';
import { actingReporter, reporterActor } from '@/lib/reports/links/open-link';
import type { ApiRequest } from './request';

interface Caller {
  ctx: Context;
  /** What the path says about the input. */
  given: Record<string, string>;
}

/** The reporter behind a private link: the link alone says who calls, whatever cookie or key comes with it. */
async function reporterBehind(
  headers: ApiRequest['headers'],
  params: Record<string, string>,
  acts: boolean,
): Promise<Caller> {
  const { token = '', ...rest } = params;
  const { actor, reportRef } = await (acts ? actingReporter : reporterActor)(token);
  return { ctx: { ...callOf(headers), actor }, given: { ...rest, ref: reportRef } };
}

/**
 * @param acts whether something is to be done, and not only read
 * @throws AppError `unauthenticated`, `not_found` for a link that opens nothing, `unavailable`
 */
export async function callerOf(
  { caller }: Pick<Route, 'caller'>,
  headers: ApiRequest['headers'],
  params: Record<string, string>,
  acts: boolean,
): Promise<Caller> {
  if (caller === 'link') return await reporterBehind(headers, params, acts);
  return { ctx: await headerContext(headers), given: params };
}
