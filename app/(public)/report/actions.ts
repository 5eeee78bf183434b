'use server';

import { cookies, headers } from 'next/headers';
import { fieldsOf, refusalOf } from '@/lib/http/forms/sent-form';
import { sentPictures, sentReport } from '@/lib/http/forms/sent-report';
import { callerOfReport } from '@/lib/http/routes/caller-of-report';
import { t } from '@/lib/language/catalogue';
import { AppError, type FieldRefusals } from '@/lib/platform/errors';
import { fieldRefusals } from '@/lib/platform/input/parse-input';
import { settings } from '@/lib/platform/process/environment';
import {
  formKeyText,
  onceForEachForm,
  sentFormCookie,
  sentFormSeconds,
} from '@/lib/reports/intake/once-for-each-form';
import type { ReportFormState } from '@/lib/reports/rules/form-state';
import { type FileReportRaw, fileReportInput } from '@/lib/reports/schema';
import { acceptReport } from '@/lib/spool/accept-report';
import { reportChoices } from '@/lib/tracking/queries/report-choices';

type Typed = Record<string, string>;

/** "Mine is different": the question about the known incident is answered. */
const different = 'different';

interface Joining {
  incidentRef?: string;
  refused: FieldRefusals;
}

/** Which incident the report is added to; the form asks once when one is open on its service. */
async function joining({ service, ...typed }: Typed): Promise<Joining> {
  if (service === undefined) return { refused: { service: [t('report.service.missing')] } };
  const answer = typed[`join-${service}`];
  if (answer) return answer === different ? { refused: {} } : { incidentRef: answer, refused: {} };
  const { services } = await reportChoices();
  const known = services.find((choice) => choice.slug === service)?.incident;
  return known ? { incidentRef: known.ref, refused: { known: [t('report.known.ask')] } } : { refused: {} };
}

/** Everything that is wrong with the form at once. @throws AppError `invalid` */
async function readForm(typed: Typed): Promise<FileReportRaw> {
  const { incidentRef, refused } = await joining(typed);
  const raw = { ...typed, incidentRef } as FileReportRaw;
  const parsed = fileReportInput.safeParse(raw);
  const fields = { ...refused, ...(parsed.success ? {} : fieldRefusals(parsed.error)) };
  if (Object.keys(fields).length > 0) throw new AppError('invalid', t('report.incomplete'), { fields });
  return raw;
}

/** Sends the report form; works as a plain form post too. Whatever is refused comes back as it was typed. */
export async function sendReport(_before: ReportFormState, form: FormData): Promise<ReportFormState> {
  const typed = fieldsOf(form);
  try {
    const raw = await readForm(typed);
    const pictures = await sentPictures(form, 'files');
    const [head, jar] = await Promise.all([headers(), cookies()]);
    const ctx = await callerOfReport(head);
    const scripted = head.has('next-action');
    const wanted = await onceForEachForm(ctx, raw, {
      again: typed.again,
      lastSent: scripted ? undefined : jar.get(sentFormCookie)?.value,
    });
    const filed = 'corrected' in wanted ? wanted.corrected : await acceptReport(ctx, wanted.raw);
    const { clientKey, stamp } = 'raw' in wanted ? wanted.raw : {};
    if (!scripted && clientKey && stamp) {
      jar.set(sentFormCookie, formKeyText({ clientKey, stamp }), {
        path: '/report',
        httpOnly: true,
        sameSite: 'lax',
        secure: settings().url.startsWith('https://'),
        maxAge: sentFormSeconds,
      });
    }
    const email = typed.email?.trim() || null;
    const person = {
      name: typed.name?.trim() || null,
      email,
      wantsUpdates: Boolean(typed.wantsUpdates && email),
    };
    const sent = await sentReport(ctx, filed, person, pictures);
    return { status: 'sent', typed: {}, errors: [], refusal: null, sent };
  } catch (error) {
    return { status: 'refused', typed, ...refusalOf(error), sent: null };
  }
}
