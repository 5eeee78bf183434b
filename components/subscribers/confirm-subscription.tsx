'use client';

import { useActionState } from 'react';
import { NarrowPage } from '@/components/layout/narrow-page';
import { Form } from '@/components/ui/form';
import { SubmitButton } from '@/components/ui/submit-button';
import { t } from '@/lib/language/catalogue';
import type { ServiceChoice } from '@/lib/subscribers/queries/views';
import {
  newSubscriptionForm,
  type SubscriptionAction,
  type TypedChoices,
} from '@/lib/subscribers/rules/form';
import { ChoiceFields } from './choice-fields';

interface ConfirmSubscriptionProps {
  /** By whoever entered the address, who may be another than its owner. */
  asked: TypedChoices;
  services: ServiceChoice[];
  token: string;
  action: SubscriptionAction;
}

/** Mail programs open links before people do, so opening the page confirms nothing; its button confirms what it shows. */
export function ConfirmSubscription({ asked, services, token, action }: ConfirmSubscriptionProps) {
  const [{ typed, errors, refusal }, submit] = useActionState(action, newSubscriptionForm(asked));
  return (
    <NarrowPage
      title={t('subscribe.confirm.title')}
      lead={t('subscribe.confirm.text', { email: asked.email })}
    >
      <Form
        action={submit}
        className="card mt-6 grid gap-5 p-6 max-sm:px-4"
        errors={refusal ? [...errors, refusal] : errors}
      >
        <input type="hidden" name="token" value={token} />
        <ChoiceFields
          asked={asked.services}
          typed={typed}
          services={services}
          error={errors.find(({ field }) => field === 'services')?.message}
        />
        <div>
          <SubmitButton size="lg">{t('subscribe.confirm.send')}</SubmitButton>
        </div>
      </Form>
      <p className="muted mt-6">{t('subscribe.confirm.other')}</p>
    </NarrowPage>
  );
}
