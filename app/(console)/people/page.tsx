import type { Metadata } from 'next';
import { PeoplePage } from '@/components/members/people-page';
import { consolePage, readListForPage } from '@/lib/auth/pages/console-page';
import { listPeople } from '@/lib/members/queries/list-people';
import { listTeams } from '@/lib/members/queries/list-teams';

export const metadata: Metadata = { title: 'People' };

export default consolePage(async ({ ctx, query }) => {
  const { view, filter } = await readListForPage(listPeople, ctx, query);
  const teams = await listTeams(ctx, {});
  return <PeoplePage key={JSON.stringify(filter)} initial={view} initialTeams={teams} filter={filter} />;
});
