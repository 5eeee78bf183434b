import { db } from '@/lib/database/db';
import { declareIncident } from '@/lib/incidents/commands/declare';
import type { Context } from '@/lib/platform/context';
import { newId } from '@/lib/platform/ids';
import { fileReport } from '@/lib/reports/commands/file';
import { apiKey, rawReport } from '@/lib/reports/testing/people-and-incidents';

type Raw = Parameters<typeof declareIncident>[1];

/** The caller at a moment: a new request, with a clock that the test sets. */
export function at(ctx: Context, now: Date | string | number): Context {
  return { ...ctx, requestId: newId(), now: new Date(now) };
}

/** An incident on one service, declared from scratch. */
export async function declared(ctx: Context, serviceId: string, extra: Partial<Raw> = {}) {
  return await declareIncident(ctx, {
    title: 'The shop is away',
    severity: 'CRITICAL',
    services: [{ serviceId }],
    ...extra,
  });
}

/** A report that waits for triage. */
export async function filed(service: string, extra: Parameters<typeof rawReport>[0] = {}) {
  const { ref } = await fileReport(apiKey(), rawReport({ service, ...extra }));
  return await db().report.findUniqueOrThrow({ where: { ref } });
}
