import type { Metadata } from 'next';
import { NotAllowed } from '@/components/layout/not-allowed';
import { PeoplePage } from '@/components/members/people-page';
import { requireMember } from '@/lib/auth/pages/current-member';
import { readListForPage } from '@/lib/auth/pages/read-for-page';
import { listPeople } from '@/lib/members/queries/list-people';
import { listTeams } from '@/lib/members/queries/list-teams';
import type { SearchParams } from '@/lib/platform/rules/address';

export const metadata: Metadata = { title: 'People' };

interface Props {
  searchParams: Promise<SearchParams>;
}

export default async function People({ searchParams }: Props) {
  const ctx = await requireMember('/people');
  const { view, refusal, filter } = await readListForPage(listPeople, ctx, searchParams);
  if (!view) return <NotAllowed title="People" reason={refusal} />;
  const teams = await listTeams(ctx, {});
  return <PeoplePage key={JSON.stringify(filter)} initial={view} initialTeams={teams} filter={filter} />;
}
