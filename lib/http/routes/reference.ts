import { z } from 'zod';
import { type Handled, handled } from '@/lib/http/api/handled';
import { openApi } from '@/lib/http/reference/openapi';
import { settings } from '@/lib/platform/process/environment';
import { oncePerProcess } from '@/lib/platform/process/once-per-process';
import type { Callable, Route } from '@/lib/platform/route';
import { documentPolicy } from '@/lib/status/serving/content-security-policy';

const base = '/api/v1';
const input = z.object({});

/** The table of routes, told from itself. It is the same for everybody until the process ends, so it is made once. */
export function referenceRoutes(table: () => Record<string, Callable | Route | Handled>) {
  const document = oncePerProcess('http.openapi', () =>
    JSON.stringify(openApi(table(), settings().url + base)),
  );
  const page = oncePerProcess('http.reference', async () => {
    const { referencePage } = await import('@/lib/http/reference/page');
    return await referencePage(table(), base);
  });
  return {
    'GET /openapi.json': handled({
      says: 'This reference as an OpenAPI 3.1 document',
      who: 'Everybody.',
      input,
      answer: z.record(z.string(), z.unknown()),
      handle: async () => ({
        status: 200,
        headers: { 'content-type': 'application/json' },
        body: document(),
      }),
    }),
    'GET /docs': handled({
      says: 'This reference as a page',
      who: 'Everybody.',
      input,
      answer: z.string(),
      type: 'text/html',
      handle: async () => {
        const headers = {
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy': documentPolicy,
        };
        // What failed, because the database was away, is tried again.
        const body = await page().catch((error: unknown) => {
          void page.forget();
          throw error;
        });
        return { status: 200, headers, body };
      },
    }),
  };
}
