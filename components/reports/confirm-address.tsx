'use client';

import { useActionState } from 'react';
import { NarrowPage } from '@/components/layout/narrow-page';
import { Form } from '@/components/ui/form';
import { LinkButton } from '@/components/ui/link-button';
import { SubmitButton } from '@/components/ui/submit-button';
import { t } from '@/lib/language/catalogue';
import { type FormAction, untouchedForm } from '@/lib/platform/rules/form-state';
import type { ReportView } from '@/lib/reports/queries/views';
import type { ReportDetails } from '@/lib/reports/rules/details';
import { ReportDetailList } from './report-details';

interface ConfirmAddressProps {
  report: Pick<ReportView, 'ref' | 'service' | 'held' | keyof ReportDetails>;
  token: string;
  action: FormAction;
}

/** One button: the report is really this person's, and a person reads it. What it says stands above. */
export function ConfirmAddress({ report, token, action }: ConfirmAddressProps) {
  const [state, formAction] = useActionState(action, untouchedForm);
  const { ref: reference, service, description } = report;
  const { errors, refusal } = state;
  const done = state.done || !report.held;
  return (
    <NarrowPage
      title={t(done ? 'report.confirm.done' : 'report.confirm.title')}
      lead={t(done ? 'report.confirm.doneText' : 'report.confirm.text', { reference })}
      answered={state.done}
    >
      {done ? (
        <LinkButton href="/" reload className="mt-6">
          {t('page.backToStatus')}
        </LinkButton>
      ) : (
        <>
          <Form
            action={formAction}
            className="card mt-6 grid gap-5 p-6 max-sm:px-4"
            errors={refusal ? [refusal] : errors}
          >
            <input type="hidden" name="token" value={token} />
            <ReportDetailList
              details={report}
              className="kv grid-cols-[7.5rem_minmax(0,1fr)] [&>div]:contents"
            >
              <div>
                <dt>{t('report.detail.service')}</dt>
                <dd>{service?.name ?? t('report.service.unsure')}</dd>
              </div>
              <div>
                <dt>{t('report.detail.description')}</dt>
                <dd className="whitespace-pre-wrap">{description}</dd>
              </div>
            </ReportDetailList>
            <div>
              <SubmitButton size="lg">{t('report.confirm.button')}</SubmitButton>
            </div>
          </Form>
          <p className="muted mt-6">{t('report.confirm.other')}</p>
        </>
      )}
    </NarrowPage>
  );
}
