import { readDeliveryHtml } from '@/lib/deliveries/queries/read';
import { handle } from '@/lib/http/route';

/* The document is ours but its words are not: no script runs in it, and nothing is fetched by it. */
const policy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "frame-ancestors 'self'",
  'sandbox allow-popups allow-popups-to-escape-sandbox',
].join('; ');

export const GET = handle(async (ctx, _request, params) => {
  const html = await readDeliveryHtml(ctx, { id: params.id ?? '' });
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'cache-control': 'no-store',
    },
  });
});
