'use client';

import { PageHeader } from '@/components/ui/page-header';
import type { OwnAccountView, SessionView } from '@/lib/members/queries/views';
import { roleLabel, roleMeaning } from '@/lib/members/schema';
import { AccountForm } from './account-form';
import { ChangePasswordForm } from './change-password-form';
import { SessionList } from './session-list';

interface AccountPageProps {
  account: OwnAccountView;
  sessions: SessionView[];
  zones: string[];
}

export function AccountPage({ account, sessions, zones }: AccountPageProps) {
  return (
    <>
      <PageHeader
        title={account.name}
        lead={
          <>
            {account.email}, {roleLabel[account.role].toLowerCase()}. {roleMeaning[account.role]}
          </>
        }
      />
      <div className="grid max-w-[76ch] grid-cols-[minmax(0,1fr)] gap-5">
        <AccountForm account={account} zones={zones} />
        <ChangePasswordForm account={account} />
        <SessionList memberId={account.id} initial={sessions} />
      </div>
    </>
  );
}
