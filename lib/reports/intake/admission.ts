import { z } from 'zod';
import type { Context } from '@/lib/platform/context';
import { newId } from '@/lib/platform/ids';
import { parseInput } from '@/lib/platform/input/parse-input';
import { trackingPath } from '@/lib/reports/links/tracking-link';
import type { FiledReport } from '@/lib/reports/queries/views';
import { reportDetailsSchema } from '@/lib/reports/rules/details';
import { sinceOf } from '@/lib/reports/rules/since';
import { type FileReportRaw, fileReportInput } from '@/lib/reports/schema';
import { assertIntake } from './assert-intake';
import { intakeLimit } from './intake-limit';
import { intakeSettings } from './intake-settings';
import { type Origin, originOf, originSchema } from './origin';
import { looksAutomatic } from './suspicion';

/** A report that is let in and not yet stored: everything that was decided about it without the database. */
export const admissionSchema = z.object({
  input: fileReportInput,
  clientKey: z.string(),
  origin: originSchema,
  /** It waits for its address to be confirmed. */
  held: z.boolean(),
  /** When it began, if the reporter said so. */
  ...reportDetailsSchema.pick({ sinceAt: true, sincePrecision: true, sinceText: true }).partial().shape,
  /** Id of the row behind the private link; the link exists before the row does. */
  trackTokenId: z.uuid(),
  confirmTokenId: z.uuid(),
  /** When it was acknowledged, if before it is stored. */
  receivedAt: z.iso.datetime().nullable(),
  /** Acknowledged and kept while the database was away: it is stored now whatever it names. */
  spooled: z.boolean(),
});
export type Admission = z.output<typeof admissionSchema>;

/**
 * Parses a report, counts it against the limits and judges where it came from. Needs no database, so that a report
 * can be taken while it is away.
 * @throws AppError `invalid`, `rate_limited`
 */
async function admit(
  ctx: Context,
  raw: FileReportRaw,
  given?: Origin,
): Promise<{ admission: Admission; giveBack: () => void }> {
  const input = parseInput(fileReportInput, raw);
  const clientKey = input.clientKey ?? ctx.idempotencyKey ?? newId();
  const zone = input.zone ?? (await intakeSettings()).zone;
  const since = sinceOf(input, zone, ctx.now ?? new Date());
  const automatic = looksAutomatic(ctx, input, clientKey);
  const at = Date.now();
  const { held, shared } = assertIntake(ctx, { report: input, automatic, at });
  const admission = {
    input,
    clientKey,
    origin: given ?? originOf(ctx, input, clientKey),
    held,
    ...since,
    trackTokenId: newId(),
    confirmTokenId: newId(),
    receivedAt: ctx.now?.toISOString() ?? null,
    spooled: false,
  };
  return { admission, giveBack: () => intakeLimit().giveBack(shared, at) };
}

/**
 * Lets a report in and has it stored. What is refused after all, or was stored before, counts for its sender alone.
 * @throws AppError `invalid`, `rate_limited`, and what `store` throws
 */
export async function letIn<F extends Pick<FiledReport, 'trackingPath'>>(
  ctx: Context,
  raw: FileReportRaw,
  store: (admission: Admission) => Promise<F>,
  given?: Origin,
): Promise<F> {
  const { admission, giveBack } = await admit(ctx, raw, given);
  try {
    const filed = await store(admission);
    if (filed.trackingPath !== trackingPath(admission.trackTokenId)) giveBack();
    return filed;
  } catch (error) {
    giveBack();
    throw error;
  }
}
