import { mailContentSecurityPolicy } from '@/lib/auth/page-headers';
import { readDeliveryHtml } from '@/lib/deliveries/queries/read';
import { handle } from '@/lib/http/route';
export const GET = handle(async (ctx, _request, params) => {
  const html = await readDeliveryHtml(ctx, { id: params.id ?? '' });
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': mailContentSecurityPolicy,
      'cache-control': 'no-store',
    },
  });
});
