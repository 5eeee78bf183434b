'use client';

import { useActionState } from 'react';
import { ErrorSummary } from '@/components/ui/error-summary';
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
      <ErrorSummary errors={refusal ? [{ message: refusal }] : errors} />
      <form action={submit} className="mt-6">
        <input type="hidden" name="token" value={token} />
        <SubmitButton size="lg">{t('subscribe.confirm.send')}</SubmitButton>
      </form>
    </div>
  );
}
