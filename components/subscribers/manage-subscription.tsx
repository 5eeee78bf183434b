'use client';

import { useActionState } from 'react';
import { NarrowPage } from '@/components/layout/narrow-page';
import { Form } from '@/components/ui/form';
import { LinkButton } from '@/components/ui/link-button';
import { Note } from '@/components/ui/note';
import { SubmitButton } from '@/components/ui/submit-button';
import { t } from '@/lib/language/catalogue';
import type { ServiceChoice, SubscriptionView } from '@/lib/subscribers/queries/views';
import { newSubscriptionForm, type SubscriptionAction } from '@/lib/subscribers/rules/form';
import { ChoiceFields } from './choice-fields';

interface ManageSubscriptionProps {
  subscription: SubscriptionView;
  services: ServiceChoice[];
  token: string;
  /** Opened by the link that confirmed it. */
  confirmed: boolean;
  change: SubscriptionAction;
  stop: SubscriptionAction;
}

/** What somebody is told about, and the way out. */
export function ManageSubscription(props: ManageSubscriptionProps) {
  const { subscription, services, token, confirmed } = props;
  const [changed, submitChange] = useActionState(props.change, newSubscriptionForm(subscription));
  const [stopped, submitStop] = useActionState(props.stop, newSubscriptionForm(subscription));
  if (subscription.state === 'UNSUBSCRIBED' || stopped.status === 'done') return <Unsubscribed />;
  const { typed, errors, refusal } = changed;
  const whole = refusal ?? stopped.refusal;
  return (
    <NarrowPage
      title={t('subscribe.change.title')}
      lead={t('subscribe.change.text', { email: subscription.email })}
    >
      {confirmed && changed.status === 'new' ? (
        <Note tone="accent" icon="check" role="status" className="mt-6 text-base">
          {t('subscribe.confirmed')}
        </Note>
      ) : null}
      {changed.status === 'done' ? (
        <Note tone="accent" icon="check" role="status" className="mt-6 text-base">
          {t('subscribe.changed')}
        </Note>
      ) : null}
      <Form
        action={submitChange}
        className="card mt-6 grid gap-5 p-6 max-sm:px-4"
        errors={whole ? [...errors, whole] : errors}
      >
        <input type="hidden" name="token" value={token} />
        <ChoiceFields
          asked={subscription.services}
          typed={typed}
          services={services}
          error={errors.find(({ field }) => field === 'services')?.message}
        />
        <div>
          <SubmitButton size="lg">{t('subscribe.change.send')}</SubmitButton>
        </div>
      </Form>
      <Form action={submitStop} className="card mt-6 p-6 max-sm:px-4">
        <input type="hidden" name="token" value={token} />
        <p className="mb-4">{t('subscribe.stop.text')}</p>
        <SubmitButton size="lg" variant="default">
          {t('subscribe.stop')}
        </SubmitButton>
      </Form>
    </NarrowPage>
  );
}

function Unsubscribed() {
  return (
    <NarrowPage title={t('subscribe.stopped.title')} lead={t('subscribe.stopped')}>
      <LinkButton href="/subscribe" className="mt-6">
        {t('subscribe.again')}
      </LinkButton>
    </NarrowPage>
  );
}
