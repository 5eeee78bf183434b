import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { RefuseMails } from '@/components/deliveries/refuse-mails';
import { t } from '@/lib/language/catalogue';
import { verifyLinkToken } from '@/lib/platform/secrets/link-token';
import { refuseMails } from './actions';

export const metadata: Metadata = { title: t('refuse.title'), robots: { index: false, follow: false } };

interface Props {
  params: Promise<{ token: string }>;
}

export default async function NotMe({ params }: Props) {
  const { token } = await params;
  if (!verifyLinkToken('mail-refusal', token)) notFound();
  return <RefuseMails token={token} action={refuseMails} />;
}
