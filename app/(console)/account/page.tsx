import type { Metadata } from 'next';
import { AccountPage } from '@/components/members/account-page';
import { requireMember } from '@/lib/auth/pages/current-member';
import { listSessions } from '@/lib/members/queries/list-sessions';
import { readAccount } from '@/lib/members/queries/read-account';

export const metadata: Metadata = { title: 'Your account' };

export default async function Account() {
  const ctx = await requireMember('/account');
  const of = { memberId: ctx.actor.memberId };
  const [account, sessions] = await Promise.all([readAccount(ctx, of), listSessions(ctx, of)]);
  return <AccountPage account={account} sessions={sessions} zones={Intl.supportedValuesOf('timeZone')} />;
}
