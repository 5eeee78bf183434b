import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { LinkRefused } from '@/components/members/link-refused';
import { ConfirmSubscription } from '@/components/subscribers/confirm-subscription';
import { ManageSubscription } from '@/components/subscribers/manage-subscription';
import { publicContext } from '@/lib/auth/pages/current-member';
import { t } from '@/lib/language/catalogue';
import { isAppError } from '@/lib/platform/errors';
import type { SearchParams } from '@/lib/platform/rules/address';
import { openSubscriptionLink } from '@/lib/subscribers/link';
import { subscriptionChoices } from '@/lib/subscribers/queries/choices';
import { readSubscription } from '@/lib/subscribers/queries/read';
import { choicesIn } from '@/lib/subscribers/rules/choices';
import { changeAction, confirmAction, stopAction } from './actions';

export const metadata: Metadata = {
  title: t('subscribe.change.title'),
  robots: { index: false, follow: false },
};

interface Props {
  params: Promise<{ token: string }>;
  searchParams: Promise<SearchParams>;
}

/** Opening it changes nothing, whichever of its links it was: mail programs open links before people do. */
export default async function SubscriptionPage({ params, searchParams }: Props) {
  const { token } = await params;
  const visitor = await publicContext();
  const link = await openSubscriptionLink(visitor, token).catch((error: unknown) => {
    if (isAppError(error) && error.code === 'not_found') notFound();
    throw error;
  });
  const subscription = await readSubscription(link.ctx, { subscriberId: link.subscriberId });
  if (subscription.state === 'PENDING' && !subscription.asked) {
    return (
      <LinkRefused
        title={t('error.link.title')}
        reason={t('subscribe.confirm.over')}
        action={{ href: '/subscribe', label: t('subscribe.title') }}
      />
    );
  }
  const services = await subscriptionChoices({ ...visitor, actor: { kind: 'anonymous' } }, {});
  if (subscription.state === 'PENDING') {
    const { service, severity } = await searchParams;
    const asked = { ...subscription, ...choicesIn({ service, severity }) };
    return <ConfirmSubscription asked={asked} services={services} token={token} action={confirmAction} />;
  }
  return (
    <ManageSubscription
      subscription={subscription}
      services={services}
      token={token}
      confirmed={link.purpose === 'subscription-confirm'}
      change={changeAction}
      stop={stopAction}
    />
  );
}
