'use client';

import './tracking.css';
import { Button } from '@/components/ui/button';
import { Form } from '@/components/ui/form';
import { Note } from '@/components/ui/note';
import { TextField } from '@/components/ui/text-field';
import { t } from '@/lib/language/catalogue';
import type { FormAction } from '@/lib/platform/rules/form-state';
import { useTrackForm } from './use-track-form';

interface FindReportProps {
  action: FormAction;
  /** The reader comes from a link that opened nothing. */
  broken?: boolean;
  /** What was typed on the page before. */
  reference?: string;
}

/** Asks for reference and address, and mails the private link again. A reference alone opens nothing. */
export function FindReport({ action, broken = false, reference = '' }: FindReportProps) {
  const { state, pending, formAction, onSubmit } = useTrackForm(action);
  const errorOf = (name: string) => state.errors.find((error) => error.field === name)?.message;
  const whole = state.refusal ? [state.refusal] : [];
  return (
    <div className="tracking">
      <div className="find">
        <h1>{t(broken ? 'error.link.title' : 'track.find.title')}</h1>
        <p className="muted mt-2">{t(broken ? 'error.link.text' : 'track.find.lead')}</p>
        {state.done ? (
          <Note tone="accent" icon="mail" role="status" className="mt-6">
            {t('track.find.sent')}
          </Note>
        ) : null}
        <Form action={formAction} onSubmit={onSubmit} className="card" errors={[...state.errors, ...whole]}>
          <TextField
            name="ref"
            label={t('track.find.reference')}
            hint={t('track.find.example')}
            autoComplete="off"
            spellCheck={false}
            defaultValue={state.typed.ref ?? reference}
            error={errorOf('ref')}
          />
          <TextField
            name="email"
            type="email"
            label={t('track.find.email')}
            autoComplete="email"
            defaultValue={state.typed.email ?? ''}
            error={errorOf('email')}
          />
          <Button type="submit" variant="primary" size="lg" pending={pending}>
            {t('track.find.send')}
          </Button>
        </Form>
      </div>
    </div>
  );
}
