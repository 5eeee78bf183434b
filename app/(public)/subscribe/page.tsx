import type { Metadata } from 'next';
import { NarrowPage } from '@/components/layout/narrow-page';
import { SubscribeForm } from '@/components/subscribers/subscribe-form';
import { currentContext } from '@/lib/auth/pages/current-member';
import { t } from '@/lib/language/catalogue';
import { subscriptionChoices } from '@/lib/subscribers/queries/choices';
import { untouchedChoices } from '@/lib/subscribers/rules/form';
import { subscribeAction } from './actions';

export const metadata: Metadata = { title: t('subscribe.title') };

interface Props {
  searchParams: Promise<{ service?: string | string[] }>;
}

export default async function SubscribePage({ searchParams }: Props) {
  const services = await subscriptionChoices(await currentContext(), {});
  const wanted = [(await searchParams).service ?? []].flat().filter(Boolean);
  return (
    <NarrowPage title={t('subscribe.title')} lead={t('subscribe.lead')}>
      <SubscribeForm
        action={subscribeAction}
        services={services}
        given={{ ...untouchedChoices, services: wanted }}
      />
    </NarrowPage>
  );
}
