import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { RefuseMails } from '@/components/deliveries/refuse-mails';
import { publicContext } from '@/lib/auth/pages/current-member';
import { readRefusal } from '@/lib/deliveries/queries/read-refusal';
import { t } from '@/lib/language/catalogue';
import { isAppError } from '@/lib/platform/errors';
import { refuseMails } from './actions';

export const metadata: Metadata = { title: t('refuse.title'), robots: { index: false, follow: false } };

interface Props {
  params: Promise<{ token: string }>;
}

/** Opening it changes nothing, before and after: mail programs open links by themselves. */
export default async function NotMe({ params }: Props) {
  const { token } = await params;
  const visitor = { ...(await publicContext()), actor: { kind: 'anonymous' as const } };
  const { email, refused } = await readRefusal(visitor, { token }).catch((error: unknown) => {
    if (isAppError(error) && /^(not_found|invalid)$/.test(error.code)) notFound();
    throw error;
  });
  return <RefuseMails token={token} email={email} refused={refused} action={refuseMails} />;
}
