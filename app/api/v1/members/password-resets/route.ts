import { askForReset } from '@/lib/auth/ask-for-reset';
import { readJson } from '@/lib/http/body';
import { assertSameOrigin } from '@/lib/http/origin';
import { handle } from '@/lib/http/route';

/** 202 for every address, a member's or not. */
export const POST = handle(async (ctx, request) => {
  assertSameOrigin(request, ctx);
  await askForReset(ctx, (await readJson(request)) as { email: string });
  return new Response(null, { status: 202, headers: { 'cache-control': 'no-store' } });
});
