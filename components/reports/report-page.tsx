import './reports.css';
import { t } from '@/lib/language/catalogue';
import type { ReportAction } from '@/lib/reports/rules/form-state';
import type { ReportChoices } from '@/lib/tracking/queries/views';
import { DraftNote } from './draft-note';
import { type GivenFields, ReportForm } from './report-form';
import { SendQueue } from './send-queue';

interface ReportPageProps {
  action: ReportAction;
  choices: ReportChoices;
  given: GivenFields;
  phone: string | null;
}

/** The form beside what happens next. After sending, the form gives way to the thanks. */
export function ReportPage({ action, choices, given, phone }: ReportPageProps) {
  return (
    <div className="reporting">
      <div className="report-cols">
        <div>
          <SendQueue />
          <ReportForm action={action} services={choices.services} given={given} />
        </div>
        <aside className="report-aside">
          <div className="blk">
            <h2>{t('report.next')}</h2>
            <ol>
              <li>
                <span>{t('report.next.reference')}</span>
              </li>
              <li>
                <span>
                  {t('report.next.read')}
                  {choices.readMinutes === null
                    ? null
                    : ` ${t('report.next.readTime', { minutes: choices.readMinutes })}`}
                </span>
              </li>
              <li>
                <span>{t('report.next.tell')}</span>
              </li>
            </ol>
          </div>
          {phone ? <AtRisk phone={phone} /> : null}
          <DraftNote />
        </aside>
      </div>
    </div>
  );
}

function AtRisk({ phone }: { phone: string }) {
  const [before, after] = t('report.risk.text', { phone }).split(phone);
  return (
    <div className="blk">
      <h2>{t('report.risk')}</h2>
      <p>
        {before}
        <a className="whitespace-nowrap" href={`tel:${phone.replaceAll(' ', '')}`}>
          {phone}
        </a>
        {after}
      </p>
    </div>
  );
}
