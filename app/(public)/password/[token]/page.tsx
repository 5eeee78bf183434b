import type { Metadata } from 'next';
import { NarrowPage } from '@/components/layout/narrow-page';
import { LinkRefused } from '@/components/members/link-refused';
import { NewPasswordForm } from '@/components/members/new-password-form';
import { currentContext } from '@/lib/auth/pages/current-member';
import { readReset } from '@/lib/members/queries/read-reset';
import { isAppError } from '@/lib/platform/errors';
import { resetPasswordAction } from './actions';

export const metadata: Metadata = { title: 'New password', robots: { index: false } };

interface Props {
  params: Promise<{ token: string }>;
}

export default async function NewPasswordPage({ params }: Props) {
  const { token } = await params;
  const reset = await readReset(await currentContext(), { token }).catch((error: unknown) => {
    if (isAppError(error) && ['not_found', 'precondition', 'invalid'].includes(error.code))
      return error.message;
    throw error;
  });
  if (typeof reset === 'string') {
    return (
      <LinkRefused
        title="This link opens nothing"
        reason={reset}
        action={{ href: '/password', label: 'Get a new link' }}
      />
    );
  }
  return (
    <NarrowPage
      title="Choose a new password"
      lead={`For ${reset.email}. Saving it signs you out everywhere.`}
    >
      <NewPasswordForm action={resetPasswordAction} token={token} email={reset.email} />
    </NarrowPage>
  );
}
