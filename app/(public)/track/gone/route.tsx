import { GoneLinkPage } from '@/components/documents/gone-link-page';
import { currentSettings } from '@/lib/settings/in-force';
import { defaultSettings } from '@/lib/settings/schema';

/** A page of Next cannot answer 404 or 410 and be readable without script: the proxy sends dead links here. */
export async function GET(request: Request): Promise<Response> {
  const { renderToStaticMarkup } = await import('react-dom/server');
  const { organisation } = await currentSettings().catch(() => defaultSettings);
  const expired = new URL(request.url).searchParams.get('expired') === '1';
  const html = renderToStaticMarkup(<GoneLinkPage organisation={organisation.name} />);
  return new Response(`<!doctype html>${html}`, {
    status: expired ? 410 : 404,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  });
}

export const POST = GET;
