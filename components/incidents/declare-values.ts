import type { Input } from '@/components/api/api';
import type { SummaryError } from '@/components/ui/error-summary';
import type { NextBody } from '@/components/updates/next-choices';
import type { ServiceStatus, Visibility } from '@/lib/services/schema';
import { defaultStatus, isUrgent, type Severity } from '@/lib/severity/schema';

/** A report that an incident is declared from. */
export interface DeclaredReport {
  id: string;
  version: number;
  ref: string;
  serviceId: string | null;
  /** A first guess at the title. */
  title?: string | null | undefined;
  slow?: boolean | undefined;
}

export type GivenStatus = ServiceStatus;

export interface DeclareValues {
  title: string;
  severity: Severity | null;
  slow: boolean;
  /** `status` is null while it follows from the severity. */
  services: { serviceId: string; status: GivenStatus | null }[];
  keepInternal: boolean;
  managerId: string;
  /** A time on the reader's wall, or empty: now, or when the report came. */
  began: string;
  text: string;
  next: string | null;
}

export function initialValues(
  report: DeclaredReport | undefined,
  severity: Severity | undefined,
  given?: string,
): DeclareValues {
  const serviceId = report?.serviceId ?? given;
  return {
    title: report?.title ?? '',
    severity: severity ?? null,
    slow: report?.slow ?? false,
    services: serviceId ? [{ serviceId, status: null }] : [],
    keepInternal: false,
    managerId: '',
    began: '',
    text: '',
    next: null,
  };
}

/** What a chosen service will show, unless a person has chosen otherwise. */
export function resultingStatus(
  values: Pick<DeclareValues, 'severity' | 'slow'>,
  chosen: GivenStatus | null,
): GivenStatus | null {
  if (chosen) return chosen;
  return values.severity ? defaultStatus(values.severity, { slow: values.slow }) : null;
}

/** Public unless it is kept internal, or none of its services is shown to users. */
export function declaredVisibility(
  values: Pick<DeclareValues, 'services' | 'keepInternal'>,
  shown: ReadonlySet<string>,
): Visibility {
  const { services } = values;
  const seen = services.length === 0 || services.some((service) => shown.has(service.serviceId));
  return seen && !values.keepInternal ? 'PUBLIC' : 'INTERNAL';
}

/** Critical and Severe change what users see at once, so they are looked at once more. */
export function needsPreview(severity: Severity | null, visibility: Visibility): boolean {
  return severity !== null && isUrgent(severity) && visibility === 'PUBLIC';
}

/** What is missing, in the order of the form. */
export function missing(values: DeclareValues, next: NextBody | null): SummaryError[] {
  const errors: SummaryError[] = [];
  if (!values.title.trim()) {
    errors.push({ field: 'title', message: 'Give it a title that users understand.' });
  }
  if (!values.severity) errors.push({ field: 'severity', message: 'Choose a severity.' });
  if (values.services.length === 0) {
    errors.push({ field: 'services', message: 'Choose at least one service.' });
  }
  if (!next) errors.push({ field: 'next', message: 'Say when the next update comes.' });
  return errors;
}

interface DeclareInput {
  values: DeclareValues;
  severity: Severity;
  report: Pick<DeclaredReport, 'id' | 'version'> | undefined;
  previousRef: string | undefined;
  visibility: Visibility;
  next: NextBody;
  startedAt: Date | null;
}

/** The input of the command. */
export function declareBody(declaring: DeclareInput): Input<'POST /incidents'> {
  const { values, severity, report, previousRef, visibility, next, startedAt } = declaring;
  const text = values.text.trim();
  return {
    title: values.title.trim(),
    severity,
    slow: severity === 'SEVERE' && values.slow,
    visibility,
    services: values.services.map(({ serviceId, status }) =>
      status ? { serviceId, status } : { serviceId },
    ),
    ...(report ? { report: { id: report.id, version: report.version } } : {}),
    ...(values.managerId ? { managerId: values.managerId } : {}),
    ...(previousRef ? { previousRef } : {}),
    ...(startedAt ? { startedAt: startedAt.toISOString() } : {}),
    next,
    ...(text ? { update: { audience: visibility === 'PUBLIC' ? 'PUBLIC' : 'REPORTERS', text } } : {}),
  };
}
