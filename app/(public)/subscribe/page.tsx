import type { Metadata } from 'next';
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
    <div className="max-w-165 pt-14 pb-6 max-lg:pt-7">
      <h1 className="text-2xl">{t('subscribe.title')}</h1>
      <p className="muted mt-1.5">{t('subscribe.lead')}</p>
      <SubscribeForm
        action={subscribeAction}
        services={services}
        given={{ ...untouchedChoices, services: wanted }}
      />
    </div>
  );
}
