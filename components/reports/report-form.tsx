'use client';

import { useActionState, useEffect, useRef, useSyncExternalStore } from 'react';
import { Button } from '@/components/ui/button';
import { Choice, ChoiceGroup } from '@/components/ui/choice';
import { FieldScope } from '@/components/ui/field-scope';
import { Note } from '@/components/ui/note';
import { t } from '@/lib/language/catalogue';
import { newReportForm, type ReportAction } from '@/lib/reports/rules/form-state';
import type { ServiceChoice } from '@/lib/tracking/queries/views';
import { unansweredSending, watchDraft } from './draft-store';
import { PictureField } from './picture-field';
import { ReportQuestions } from './report-questions';
import { ServiceQuestion } from './service-question';
import { ThankYou } from './thank-you';
import { useDraft } from './use-draft';
import { useSending } from './use-sending';

/** What a fresh form begins with. */
export interface GivenFields {
  clientKey: string;
  stamp: string;
  /** None when the address names none. */
  service: string | undefined;
  name: string;
  email: string;
  page: string;
}

interface ReportFormProps {
  action: ReportAction;
  services: ServiceChoice[];
  given: GivenFields;
}

/** A plain form that a server answers; with JavaScript it keeps a draft, and sends later what could not be sent. */
export function ReportForm({ action, services, given }: ReportFormProps) {
  const [answered, formAction] = useActionState(action, newReportForm);
  const { state, pending, queued, onSubmit } = useSending(action, answered);
  const form = useRef<HTMLFormElement>(null);
  const draft = useDraft(form, state.status);
  const unanswered = useSyncExternalStore(watchDraft, unansweredSending, () => null);
  const interrupted = pending ? null : unanswered;
  useEffect(() => {
    if (state.status === 'sent' || queued) draft.clear();
  }, [state.status, queued, draft.clear]);

  if (state.sent) return <ThankYou sent={state.sent} />;
  const fresh = state.status === 'new';
  const begin: Record<string, string> = fresh ? { name: given.name, email: given.email } : {};
  const typed = (name: string) => state.typed[name] ?? begin[name] ?? '';
  const fields = {
    typed,
    errorOf: (name: string) => state.errors.find((error) => error.field === name)?.message,
  };
  const whole = state.refusal ? [state.refusal] : [];
  return (
    <form ref={form} noValidate action={formAction} onSubmit={onSubmit} className="report-form">
      <h1>{t('report.title')}</h1>
      <p className="lead">{t('report.lead')}</p>
      {interrupted ? (
        <Note tone="warn" role="status" className="summary" title={t('report.interrupted.title')}>
          {t('report.interrupted')} {interrupted.pictures ? t('report.interrupted.pictures') : null}
        </Note>
      ) : null}
      <FieldScope
        errors={[...state.errors, ...whole]}
        errorTitle={state.refusal ? t('report.notSent') : undefined}
      >
        {/* Of a sending that got no answer, so that sent again it is the same report. */}
        <HiddenField
          name="clientKey"
          value={typed('clientKey') || (interrupted?.clientKey ?? given.clientKey)}
        />
        <HiddenField name="stamp" value={typed('stamp') || (interrupted?.stamp ?? given.stamp)} />
        <HiddenField name="page" value={given.page} />
        <HoneypotField value={typed('website')} />
        {fields.errorOf('again') ? <AgainQuestion error={fields.errorOf('again')} /> : null}
        <ServiceQuestion
          services={services}
          chosen={state.typed.service ?? (fresh ? given.service : undefined)}
          joined={(slug) => typed(`join-${slug}`)}
          error={fields.errorOf('service') ?? fields.errorOf('incidentRef')}
          knownError={fields.errorOf('known')}
        />
        <ReportQuestions {...fields} fresh={fresh}>
          <PictureField error={fields.errorOf('files')} />
          <details>
            <summary>{t('report.added')}</summary>
            <p>{t('report.added.text')}</p>
          </details>
        </ReportQuestions>
        <div className="go">
          <Button type="submit" variant="primary" size="lg" pending={pending}>
            {pending ? t('report.sending') : t('report.send')}
          </Button>
          <p>{t('report.send.hint')}</p>
        </div>
      </FieldScope>
    </form>
  );
}

/** Something else was sent from this form before. */
function AgainQuestion({ error }: { error: string | undefined }) {
  return (
    <div className="q">
      <ChoiceGroup name="again" legend={t('report.again')} error={error}>
        <Choice type="radio" name="again" value="correct" label={t('report.again.correct')} />
        <Choice type="radio" name="again" value="new" label={t('report.again.new')} />
      </ChoiceGroup>
    </div>
  );
}

function HiddenField({ name, value }: { name: string; value: string }) {
  return <input type="hidden" name={name} value={value} readOnly />;
}

/** A field that people neither see nor reach, and that programs like to fill. */
function HoneypotField({ value }: { value: string }) {
  return (
    <div className="decoy" aria-hidden="true">
      <label>
        {t('report.decoy')}
        <input name="website" tabIndex={-1} autoComplete="off" defaultValue={value} />
      </label>
    </div>
  );
}
