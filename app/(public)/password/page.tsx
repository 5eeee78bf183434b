import type { Metadata } from 'next';
import { NarrowPage } from '@/components/layout/narrow-page';
import { AskForResetForm } from '@/components/members/ask-for-reset-form';
import { askForResetAction } from './actions';

export const metadata: Metadata = { title: 'Forgotten password', robots: { index: false } };

export default function ForgottenPasswordPage() {
  return (
    <NarrowPage
      title="Get a link to a new password"
      lead="We mail it to you when the address belongs to a member. It works once, for a short time."
    >
      <AskForResetForm action={askForResetAction} />
    </NarrowPage>
  );
}
