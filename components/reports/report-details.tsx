import type { ReactNode } from 'react';
import { Time } from '@/components/ui/time';
import { t } from '@/lib/language/catalogue';
import { type DetailName, experienceOf, type ReportDetails } from '@/lib/reports/rules/details';

interface DetailRow {
  name: DetailName;
  /** None: it was not said. */
  value: ReactNode;
  note?: string | null;
}

/** In the order of the questions. */
function detailRows({ sinceAt, ...details }: ReportDetails): DetailRow[] {
  const { claimedSeverity, affected, affectedCount, reporterEmail, wantsUpdates } = details;
  const show = details.sincePrecision === 'DAY' ? 'date' : 'datetime';
  const wanted = t(wantsUpdates ? 'report.detail.everyUpdate' : 'report.detail.onlyQuestions');
  return [
    { name: 'claimedSeverity', value: t(`report.experience.${experienceOf[claimedSeverity]}`) },
    { name: 'sinceAt', value: sinceAt ? <Time at={sinceAt} show={show} /> : details.sinceText },
    {
      name: 'affected',
      value: affected === 'NOT_SURE' ? null : t(`report.affected.${affected}`),
      note: affectedCount ? t('report.detail.people', { count: affectedCount }) : null,
    },
    { name: 'affectedWhere', value: details.affectedWhere },
    {
      name: 'reporterEmail',
      value: reporterEmail ?? t('report.detail.noEmail'),
      note: reporterEmail ? wanted : null,
    },
  ];
}

interface ReportDetailListProps {
  details: ReportDetails;
  className?: string;
  /** Stands for what was not said; without it, that is left out. */
  missing?: string;
  /** What stands before them in the list. */
  children?: ReactNode;
}

/** What a reporter told us besides the words: for the reporter, in triage and in the incident alike. */
export function ReportDetailList({ details, className, missing, children }: ReportDetailListProps) {
  const answeredRows = detailRows(details).filter(({ value, note }) => missing || value || note);
  return (
    <dl className={className}>
      {children}
      {answeredRows.map(({ name, value, note }) => (
        <div key={name}>
          <dt>{t(`report.detail.${name}`)}</dt>
          <dd>
            {value ?? missing} {note ? <small>{note}</small> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
