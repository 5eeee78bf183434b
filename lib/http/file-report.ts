import { settings } from '@/lib/platform/env';
import { AppError } from '@/lib/platform/errors';
import type { FileReportRaw } from '@/lib/reports/inputs';
import { acceptReport } from '@/lib/spool/accept-report';
import { readJson } from './body';
import { callerOfReport } from './caller-of-report';
import { assertSameOrigin } from './origin';
import { problemResponse } from './problem';

/**
 * POST /api/v1/reports, for Next and for the fast lane. 201: stored. 202: kept on this machine until the database is
 * back. Header Idempotency-Key: sent twice, it is one.
 */
export async function fileReportOverHttp(request: Request): Promise<Response> {
  try {
    const ctx = await callerOfReport(request.headers);
    assertSameOrigin(request, ctx);
    const body = await readJson(request);
    if (typeof body !== 'object' || body === null || Array.isArray(body)) {
      throw new AppError('invalid', 'Send a JSON object.');
    }
    const filed = await acceptReport(ctx, body as FileReportRaw);
    const headers = { 'cache-control': 'no-store', location: `/api/v1/reports/${filed.ref}` };
    const answer = { ...filed, trackingUrl: settings().url + filed.trackingPath };
    return Response.json(answer, { status: filed.spooled ? 202 : 201, headers });
  } catch (error) {
    return problemResponse(error);
  }
}
