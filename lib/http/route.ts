import type { z } from 'zod';
import { requestContext } from '@/lib/auth/request-context';
import type { Command } from '@/lib/platform/command';
import type { Context } from '@/lib/platform/context';
import { AppError } from '@/lib/platform/errors';
import type { Query } from '@/lib/platform/query';
import { readJson } from './body';
import { assertSameOrigin } from './origin';
import { problemResponse } from './problem';

interface Params {
  params: Promise<Record<string, string | string[]>>;
}

type Handler = (request: Request, params: Params) => Promise<Response>;
type Merge<I> = (body: Record<string, unknown>, params: Record<string, string>) => I;

function answer(view: unknown, status: number): Response {
  if (view === undefined)
    return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } });
  return Response.json(view, { status, headers: { 'cache-control': 'no-store' } });
}

async function flatParams(params: Params): Promise<Record<string, string>> {
  const entries = Object.entries((await params?.params) ?? {});
  return Object.fromEntries(
    entries.map(([key, value]) => [key, Array.isArray(value) ? value.join('/') : value]),
  );
}

/** Runs a handler with the caller's context and turns every refusal into a problem document. */
export function handle(
  run: (ctx: Context, request: Request, params: Record<string, string>) => Promise<Response>,
): Handler {
  return async (request, params) => {
    try {
      return await run(await requestContext(request), request, await flatParams(params));
    } catch (error) {
      return problemResponse(error);
    }
  };
}

/** A write route: body ∪ path parameters → one command → its view as JSON. */
export function commandRoute<T extends z.ZodType, V>(
  command: Command<T, V>,
  options: { status?: number; merge?: Merge<unknown>; limit?: number } = {},
): Handler {
  return handle(async (ctx, request, params) => {
    assertSameOrigin(request, ctx);
    const body = await readJson(request, options.limit);
    if (typeof body !== 'object' || body === null || Array.isArray(body)) {
      throw new AppError('invalid', 'Send a JSON object.');
    }
    const merge = options.merge ?? ((given, path) => ({ ...given, ...path }));
    const view = await command(ctx, merge(body as Record<string, unknown>, params) as z.input<T>);
    return answer(view, options.status ?? 200);
  });
}

/** A read route: query string ∪ path parameters → one query → its view as JSON. */
export function queryRoute<T extends z.ZodType, V>(query: Query<T, V>): Handler {
  return handle(async (ctx, request, params) => {
    const search = Object.fromEntries(new URL(request.url).searchParams);
    return answer(await query(ctx, { ...search, ...params } as z.input<T>), 200);
  });
}
