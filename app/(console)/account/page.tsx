import type { Metadata } from 'next';
import { AccountPage } from '@/components/members/account-page';
import { consolePage } from '@/lib/auth/pages/console-page';
import { listSessions } from '@/lib/members/queries/list-sessions';
import { readAccount } from '@/lib/members/queries/read-account';

export const metadata: Metadata = { title: 'Your account' };

export default consolePage(async ({ ctx }) => {
  const of = { memberId: ctx.actor.memberId };
  const [account, sessions] = await Promise.all([readAccount(ctx, of), listSessions(ctx, of)]);
  return <AccountPage account={account} sessions={sessions} zones={Intl.supportedValuesOf('timeZone')} />;
});
