import { pool } from '@/lib/database/db';
import { t } from '@/lib/language/catalogue';
import type { Context } from '@/lib/platform/context';
import { AppError } from '@/lib/platform/errors';
import { eventRow } from '@/lib/platform/events/record-events';
import { newId } from '@/lib/platform/ids';
import { isolated } from '@/lib/platform/rules/isolate';
import { reportFiled, reportLinked } from '@/lib/reports/events';
import { confirmTokenHash, trackingTokenHash } from '@/lib/reports/links/tracking-link';
import { detailsAfter, noDetails, type ReportDetails } from '@/lib/reports/rules/details';
import type { Severity } from '@/lib/severity/schema';
import type { Admission } from './admission';
import type { FileExtras, FileRow } from './file-statement';
import { intakeSettings } from './intake-settings';
import { serviceIdOf } from './known-services';
import { saidHash } from './said-hash';

type Row = Omit<FileRow, 'ref'>;

function wrong(field: string, sentence: string): AppError {
  return new AppError('invalid', sentence, { fields: { [field]: [sentence] } });
}

/** A report that was acknowledged before is stored in any case; others are refused for what they name wrongly. */
async function serviceOf(ctx: Context, { input, spooled }: Admission): Promise<string | null> {
  if (!input.service) return null;
  const id = await serviceIdOf(input.service, ctx.actor.kind === 'anonymous');
  if (id || spooled) return id;
  throw wrong('service', 'This service is not in our list. Choose one of the list, or “I’m not sure”.');
}

interface Target {
  id: string;
  severity: Severity;
}

async function incidentOf({ input, held, spooled }: Admission): Promise<Target | null> {
  if (!input.incidentRef || (held && input.experience)) return null;
  const { rows } = await pool().query<Target>(
    `select id, severity from incident where ref = $1 and visibility = 'PUBLIC'`,
    [input.incidentRef],
  );
  if (rows[0] || spooled) return rows[0] ?? null;
  throw wrong(
    'incidentRef',
    `There is no open incident ${isolated(input.incidentRef)}. Send your report without it.`,
  );
}

/** What it claims: as its reporter said, else as the incident that it is added to, else the middle. */
function detailsOfAdmission(admission: Admission, target: Target | null): ReportDetails {
  const { input, sinceAt, sincePrecision, sinceText } = admission;
  const begin = { ...noDetails, claimedSeverity: target?.severity ?? noDetails.claimedSeverity };
  const description = input.description ?? t('report.known.same');
  return detailsAfter(begin, { ...input, description, sinceAt, sincePrecision, sinceText });
}

function tokensOf(admission: Admission, hours: { trackingHours: number; confirmHours: number }) {
  const hex = (hash: Uint8Array) => Buffer.from(hash).toString('hex');
  const { trackTokenId: track, confirmTokenId: confirm, held } = admission;
  return [
    { id: track, purpose: 'TRACK' as const, hash: hex(trackingTokenHash(track)), hours: hours.trackingHours },
    ...(held
      ? [
          {
            id: confirm,
            purpose: 'CONFIRM_ADDRESS' as const,
            hash: hex(confirmTokenHash(confirm)),
            hours: hours.confirmHours,
          },
        ]
      : []),
  ];
}

function rowOf(ctx: Context, admission: Admission, details: ReportDetails, serviceId: string | null): Row {
  const { input, origin, clientKey } = admission;
  return {
    ...details,
    id: newId(),
    channel: origin.channel,
    source: origin.source,
    clientKey,
    saidHash: saidHash(input),
    serviceId,
    memberId: ctx.actor.kind === 'member' && !origin.enteredById ? ctx.actor.memberId : null,
    enteredById: origin.enteredById ?? null,
    clientFacts: JSON.stringify({ userAgent: ctx.userAgent, page: input.page, screen: input.screen }),
    addressBlock: ctx.addressBlock ? Buffer.from(ctx.addressBlock, 'hex') : null,
    addressRange: ctx.addressRange ? Buffer.from(ctx.addressRange, 'hex') : null,
  };
}

/** Everything that the statement needs but the reference. @throws AppError `invalid` for an unknown service or incident */
export async function prepareReport(
  ctx: Context,
  admission: Admission,
): Promise<{ row: Row; extras: FileExtras }> {
  const serviceId = await serviceOf(ctx, admission);
  const target = await incidentOf(admission);
  const incidentId = admission.held ? null : (target?.id ?? null);
  const details = detailsOfAdmission(admission, target);
  const row = rowOf(ctx, admission, details, serviceId);
  const reportId = row.id;
  const filed = reportFiled({
    reportId,
    channel: admission.origin.channel,
    serviceId,
    claimed: details.claimedSeverity,
    slow: details.slow,
    held: admission.held,
    spooled: admission.spooled,
  });
  const linked = incidentId ? [reportLinked({ reportId, incidentId, byReporter: true })] : [];
  const now = new Date();
  return {
    row,
    extras: {
      incidentId,
      held: admission.held,
      receivedAt: admission.receivedAt ? new Date(admission.receivedAt) : null,
      tokens: tokensOf(admission, await intakeSettings()),
      filed: [eventRow(filed, ctx, now)],
      linked: linked.map((draft) => eventRow(draft, ctx, now)),
    },
  };
}
