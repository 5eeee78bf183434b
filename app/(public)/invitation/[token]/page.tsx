import type { Metadata } from 'next';
import { NarrowPage } from '@/components/layout/narrow-page';
import { LinkRefused } from '@/components/members/link-refused';
import { NewPasswordForm } from '@/components/members/new-password-form';
import { currentContext } from '@/lib/auth/pages/current-member';
import { readInvitation } from '@/lib/members/queries/read-invitation';
import { roleLabel, roleMeaning } from '@/lib/members/schema';
import { isAppError } from '@/lib/platform/errors';
import { acceptInvitationAction } from './actions';

export const metadata: Metadata = { title: 'Invitation', robots: { index: false } };

interface Props {
  params: Promise<{ token: string }>;
}

const refusals = ['not_found', 'precondition', 'conflict', 'invalid'];

export default async function InvitationPage({ params }: Props) {
  const { token } = await params;
  const invitation = await readInvitation(await currentContext(), { token }).catch((error: unknown) => {
    if (isAppError(error) && refusals.includes(error.code)) return error.message;
    throw error;
  });
  if (typeof invitation === 'string') {
    return (
      <LinkRefused
        title="This invitation cannot be accepted"
        reason={invitation}
        action={{ href: '/sign-in', label: 'Go to signing in' }}
      />
    );
  }
  const { email, name, role, invitedBy } = invitation;
  return (
    <NarrowPage
      title="Join the service team"
      lead={
        <>
          {invitedBy ?? 'An admin'} invited {email} as <b>{roleLabel[role]}</b>. {roleMeaning[role]}
        </>
      }
    >
      <NewPasswordForm
        action={acceptInvitationAction}
        token={token}
        email={email}
        name={name ?? ''}
        submitLabel="Join and sign in"
      />
    </NarrowPage>
  );
}
