import type { z } from 'zod';
import { readJson } from '@/lib/http/body';
import { assertSameOrigin } from '@/lib/http/origin';
import { handle } from '@/lib/http/route';
import { recordBaseline } from '@/lib/suites/recording/record-baseline';
import type { recordBaselineInput } from '@/lib/suites/schema';

/** Answers once the address gave every answer, twice: that may take a minute or two. */
export const POST = handle(async (ctx, request, params) => {
  assertSameOrigin(request, ctx);
  const input = { ...((await readJson(request)) as object), ...params };
  const recorded = await recordBaseline(ctx, input as z.input<typeof recordBaselineInput>);
  return Response.json(recorded, { status: 201, headers: { 'cache-control': 'no-store' } });
});
