'use client';

import { useActionState } from 'react';
import { Form } from '@/components/ui/form';
import { SubmitButton } from '@/components/ui/submit-button';
import { t } from '@/lib/language/catalogue';
import { newSubscriptionForm, type SubscriptionAction } from '@/lib/subscribers/rules/form';

interface ConfirmSubscriptionProps {
  email: string;
  token: string;
  action: SubscriptionAction;
}

/** One button and no more: mail programs open links before people do, so opening the page confirms nothing. */
export function ConfirmSubscription({ email, token, action }: ConfirmSubscriptionProps) {
  const [{ errors, refusal }, submit] = useActionState(action, newSubscriptionForm());
  return (
    <div className="max-w-165 pt-14 pb-6 max-lg:pt-7">
      <h1 className="text-2xl">{t('subscribe.confirm.title')}</h1>
      <p className="muted mt-1.5">{t('subscribe.confirm.text', { email })}</p>
      <Form action={submit} className="mt-6 grid gap-6" errors={refusal ? [refusal] : errors}>
        <input type="hidden" name="token" value={token} />
        <div>
          <SubmitButton size="lg">{t('subscribe.confirm.send')}</SubmitButton>
        </div>
      </Form>
    </div>
  );
}
