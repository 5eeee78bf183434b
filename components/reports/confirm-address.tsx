'use client';

import { useActionState } from 'react';
import { Form } from '@/components/ui/form';
import { LinkButton } from '@/components/ui/link-button';
import { SubmitButton } from '@/components/ui/submit-button';
import { t } from '@/lib/language/catalogue';
import { type FormAction, untouchedForm } from '@/lib/platform/rules/form-state';

interface ConfirmAddressProps {
  reference: string;
  token: string;
  action: FormAction;
}

/** One button: the report is really this person's, and a person reads it. */
export function ConfirmAddress({ reference, token, action }: ConfirmAddressProps) {
  const [state, formAction] = useActionState(action, untouchedForm);
  return (
    <div className="max-w-165 pt-10">
      <h1 className="text-2xl">{t(state.done ? 'report.confirm.done' : 'report.confirm.title')}</h1>
      <p className="muted mt-2">
        {t(state.done ? 'report.confirm.doneText' : 'report.confirm.text', { reference })}
      </p>
      {state.done ? (
        <LinkButton href="/" reload className="mt-6">
          {t('page.backToStatus')}
        </LinkButton>
      ) : (
        <Form
          action={formAction}
          className="mt-6 grid gap-6"
          errors={state.refusal ? [state.refusal] : state.errors}
        >
          <input type="hidden" name="token" value={token} />
          <div>
            <SubmitButton size="lg">{t('report.confirm.button')}</SubmitButton>
          </div>
        </Form>
      )}
    </div>
  );
}
