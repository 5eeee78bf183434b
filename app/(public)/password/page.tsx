import type { Metadata } from 'next';
import { AskForResetForm } from '@/components/members/ask-for-reset-form';
import { askForResetAction } from './actions';

export const metadata: Metadata = { title: 'Forgotten password', robots: { index: false } };

export default function ForgottenPasswordPage() {
  return (
    <div className="max-w-[660px] pt-14 pb-6 max-lg:pt-7">
      <h1 className="text-2xl">Get a link to a new password</h1>
      <p className="muted mt-1.5">
        We mail it to you when the address belongs to a member. It works once, for a short time.
      </p>
      <AskForResetForm action={askForResetAction} />
    </div>
  );
}
