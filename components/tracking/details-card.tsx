'use client';

import { useState } from 'react';
import { ReportDetailList } from '@/components/reports/report-details';
import { ReportQuestions } from '@/components/reports/report-questions';
import { Button } from '@/components/ui/button';
import { CardHeader } from '@/components/ui/card';
import { Form } from '@/components/ui/form';
import { t } from '@/lib/language/catalogue';
import type { FormAction, FormState } from '@/lib/platform/rules/form-state';
import { answersOf, type ReportDetails } from '@/lib/reports/rules/details';
import { useTrackForm } from './use-track-form';

interface DetailsCardProps {
  details: ReportDetails;
  version: number;
  token: string;
  action: FormAction;
}

/** What the reporter told us, and the way to correct it. The words of the report stay; a reply adds to them. */
export function DetailsCard({ details, version, token, action }: DetailsCardProps) {
  const close = (form: HTMLFormElement) => form.closest('details')?.removeAttribute('open');
  const { state, pending, formAction, onSubmit } = useTrackForm(action, close);
  // What comes in while somebody types takes nothing away; an answer begins the form anew, with what was typed.
  const [typing, setTyping] = useState<{ version: number; after: FormState } | null>(null);
  const seen = typing?.after === state ? typing.version : version;
  const before = answersOf(details);
  const refused = !state.done && (state.errors.length > 0 || state.refusal !== null);
  const fields = {
    typed: (field: string) => (refused ? (state.typed[field] ?? '') : (before[field] ?? '')),
    errorOf: (field: string) => state.errors.find((error) => error.field === field)?.message,
  };
  return (
    <section className="card your" aria-labelledby="details">
      <CardHeader title={t('track.details')} id="details" level={3} />
      <ReportDetailList details={details} />
      <details className="correct" open={refused || undefined}>
        <summary>{t('track.correct')}</summary>
        <Form
          key={seen}
          action={formAction}
          onSubmit={onSubmit}
          onChange={() => setTyping({ version: seen, after: state })}
          errors={state.refusal ? [state.refusal] : state.errors}
        >
          <input type="hidden" name="token" value={token} />
          <input type="hidden" name="version" value={seen} />
          <ReportQuestions {...fields} />
          <Button type="submit" variant="primary" className="mt-6" pending={pending}>
            {t('track.correct.save')}
          </Button>
        </Form>
      </details>
    </section>
  );
}
