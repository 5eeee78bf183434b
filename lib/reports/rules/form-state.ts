import type { FormRefusal } from '@/lib/platform/rules/form-state';
import type { FiledReport } from '@/lib/reports/queries/views';

/** What the thank-you page says about a report that was sent. */
export interface SentReport extends FiledReport {
  name: string | null;
  email: string | null;
  wantsUpdates: boolean;
  /** Of the incident that it was added to. */
  incident: { title: string | null; people: number; manager: string | null } | null;
  nextUpdateAt: string | null;
  /** Why a picture was not taken. */
  notTaken: string[];
}

/** The report form between two renderings. What was typed is in it, so that nothing is lost without JavaScript either. */
export interface ReportFormState extends FormRefusal {
  status: 'new' | 'refused' | 'sent';
  typed: Record<string, string>;
  sent: SentReport | null;
}

export const newReportForm: ReportFormState = {
  status: 'new',
  typed: {},
  errors: [],
  refusal: null,
  sent: null,
};

export type ReportAction = (before: ReportFormState, form: FormData) => Promise<ReportFormState>;
