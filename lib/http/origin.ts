import type { HeaderSource } from '@/lib/auth/request-context';
import type { Context } from '@/lib/platform/context';
import { AppError } from '@/lib/platform/errors';

/**
 * Refuses a write that another site's page made with the visitor's cookie. A caller with an API key carries no
 * cookie, and a client that is no browser sends neither header.
 * @throws AppError `forbidden`
 */
export function assertSameOrigin({ headers }: { headers: HeaderSource }, ctx: Pick<Context, 'actor'>): void {
  if (ctx.actor.kind !== 'key' && isForeign(headers)) throw new AppError('forbidden', foreignSentence);
}

export const foreignSentence = 'This request came from another site. Open the page here and try again.';

export function isForeign(headers: HeaderSource): boolean {
  const site = headers.get('sec-fetch-site');
  if (site && site !== 'same-origin' && site !== 'none') return true;
  const origin = headers.get('origin');
  const host = headers.get('x-standby-host') ?? headers.get('host');
  return Boolean(origin) && originHost(origin ?? '') !== host;
}

function originHost(origin: string): string | null {
  try {
    return new URL(origin).host;
  } catch {
    return null;
  }
}
