import { callOf } from '@/lib/auth/request-context';
import { problemResponse } from '@/lib/http/problem';
import { unsubscribe } from '@/lib/subscribers/commands/unsubscribe';
import { openSubscriptionLink } from '@/lib/subscribers/link';

interface Params {
  params: Promise<{ token: string }>;
}

/**
 * Ends a subscription for a mail program (RFC 8058). The token in the path is the proof, and no cookie counts, so the
 * request may come from anywhere.
 */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  try {
    const visitor = { ...callOf(request.headers), actor: { kind: 'anonymous' as const } };
    const { ctx, subscriberId } = await openSubscriptionLink(visitor, (await params).token);
    await unsubscribe(ctx, { subscriberId });
    return new Response('You are unsubscribed.\n', { headers: { 'cache-control': 'no-store' } });
  } catch (error) {
    return problemResponse(error);
  }
}

/** A person who follows the address sees the page with the button: opening a link ends nothing. */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  const { token } = await params;
  const location = `/subscriptions/${encodeURIComponent(token)}`;
  return new Response(null, { status: 303, headers: { location } });
}
