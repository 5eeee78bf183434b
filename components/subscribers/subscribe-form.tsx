'use client';

import { useActionState } from 'react';
import { Form } from '@/components/ui/form';
import { LinkButton } from '@/components/ui/link-button';
import { Note } from '@/components/ui/note';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import { t } from '@/lib/language/catalogue';
import type { ServiceChoice } from '@/lib/subscribers/queries/views';
import {
  newSubscriptionForm,
  type SubscriptionAction,
  type TypedChoices,
} from '@/lib/subscribers/rules/form';
import { ChoiceFields } from './choice-fields';

interface SubscribeFormProps {
  action: SubscriptionAction;
  services: ServiceChoice[];
  given: TypedChoices;
}

/** Asks for an address; its answer is the same for every address. */
export function SubscribeForm({ action, services, given }: SubscribeFormProps) {
  const [state, submit] = useActionState(action, newSubscriptionForm(given));
  const { typed, errors, refusal, status } = state;
  const errorOf = (name: string) => errors.find(({ field }) => field === name)?.message;
  if (status === 'done') {
    return (
      <>
        <Note tone="accent" icon="mail" role="status" className="mt-6 text-base">
          {t('subscribe.sent', { email: typed.email })}
        </Note>
        <LinkButton href="/" reload className="mt-6">
          {t('page.backToStatus')}
        </LinkButton>
      </>
    );
  }
  return (
    <Form
      action={submit}
      className="card mt-6 grid gap-5 p-6 max-sm:px-4"
      errors={refusal ? [...errors, refusal] : errors}
    >
      <TextField
        key={typed.email}
        label={t('subscribe.email')}
        name="email"
        type="email"
        autoComplete="email"
        maxLength={254}
        defaultValue={typed.email}
        error={errorOf('email')}
      />
      <div className="sr" aria-hidden="true">
        <label>
          {t('report.decoy')}
          <input name="website" tabIndex={-1} autoComplete="off" />
        </label>
      </div>
      <ChoiceFields asked={given.services} typed={typed} services={services} error={errorOf('services')} />
      <div>
        <SubmitButton size="lg" icon="bell">
          {t('subscribe.send')}
        </SubmitButton>
      </div>
    </Form>
  );
}
