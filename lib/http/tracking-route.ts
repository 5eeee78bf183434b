import type { z } from 'zod';
import { callOf } from '@/lib/auth/request-context';
import type { Command } from '@/lib/platform/command';
import type { Context } from '@/lib/platform/context';
import { AppError } from '@/lib/platform/errors';
import { reporterActor } from '@/lib/reports/links/open-link';
import { readJson } from './body';
import { assertSameOrigin } from './origin';
import { problemResponse } from './problem';

interface Params<P extends string> {
  params: Promise<Record<P, string>>;
}

/** The reporter behind a tracking link; the link alone says who calls, whatever cookie or key comes with it. */
export interface Tracking {
  ctx: Context;
  ref: string;
  reportId: string;
  incidentId: string | null;
}

/** Runs a handler as the reporter whose link is in the path. Writes of other sites are refused. */
export function handleTracking<P extends string = never>(
  run: (tracking: Tracking, request: Request, params: Record<P | 'token', string>) => Promise<Response>,
) {
  return async (request: Request, { params }: Params<P | 'token'>): Promise<Response> => {
    try {
      const given = await params;
      const { actor, reportRef, reportId, incidentId } = await reporterActor(given.token);
      const ctx: Context = { ...callOf(request.headers), actor };
      if (request.method !== 'GET') assertSameOrigin(request, ctx);
      const answer = await run({ ctx, ref: reportRef, reportId, incidentId }, request, given);
      answer.headers.set('cache-control', 'no-store');
      answer.headers.set('x-robots-tag', 'noindex');
      return answer;
    } catch (error) {
      return problemResponse(error);
    }
  };
}

/** A write of the reporter: body and the reference of the link → one command. */
export function trackingCommand<T extends z.ZodType, V>(command: Command<T, V>, status = 200) {
  return handleTracking(async ({ ctx, ref }, request) => {
    const body = await readJson(request);
    if (typeof body !== 'object' || body === null || Array.isArray(body)) {
      throw new AppError('invalid', 'Send a JSON object.');
    }
    return Response.json(await command(ctx, { ...body, ref } as z.input<T>), { status });
  });
}
