import { randomBytes } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import {
  apiContentSecurityPolicy,
  contentSecurityPolicy,
  safetyHeaders,
} from '@/lib/auth/pages/security-headers';
import { goneLinkPage, goneLinkStatus } from '@/lib/http/gone-link';
import { settings } from '@/lib/platform/process/environment';
import { isDocumentPath } from '@/lib/status/rules/paths';
import { documentPolicy } from '@/lib/status/serving/content-security-policy';

/** The answer to the form of the status page looks like a document and has its script. */
const answerPath = '/subscribe/send';

/**
 * Headers of pages. It decides about nobody's rights: pages and commands ask the session and the policy
 * themselves, and do so without it just the same.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const path = request.nextUrl.pathname;
  const inner = new Headers(request.headers);
  for (const name of [...inner.keys()]) {
    if (name.startsWith('x-middleware-') || name === 'x-nonce') inner.delete(name);
  }
  // Documents and the API bring headers of their own.
  if (isDocumentPath(path) || path.startsWith('/api/v1/'))
    return NextResponse.next({ request: { headers: inner } });

  const secure = settings().url.startsWith('https://');
  const isApi = path === '/api' || path.startsWith('/api/');
  const nonce = randomBytes(16).toString('base64');
  const policy = contentSecurityPolicy({ nonce, secure, dev: process.env.NODE_ENV !== 'production' });
  if (!isApi) {
    // Next reads the nonce for its own scripts out of this header.
    inner.set('content-security-policy', policy);
    inner.set('x-nonce', nonce);
    inner.set('x-standby-path', `${path}${request.nextUrl.search}`);
  }
  // An action of an open page says itself, in the page, that its link has ended.
  const dead = request.headers.has('next-action') ? null : await goneLinkStatus(path);
  const response = dead
    ? new NextResponse(goneLinkPage, {
        status: dead,
        headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
      })
    : NextResponse.next({ request: { headers: inner } });
  for (const [name, value] of Object.entries(safetyHeaders({ secure }))) response.headers.set(name, value);
  const pagePolicy = path === answerPath ? documentPolicy : policy;
  response.headers.set('Content-Security-Policy', isApi ? apiContentSecurityPolicy : pagePolicy);
  return response;
}

export const config = { matcher: ['/((?!_next/static|fonts/).*)'] };
