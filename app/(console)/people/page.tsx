import type { Metadata } from 'next';
import { NotAllowed } from '@/components/layout/not-allowed';
import { PeoplePage } from '@/components/members/people-page';
import { requireMember } from '@/lib/auth/pages/current-member';
import { readForPage } from '@/lib/auth/pages/read-for-page';
import { memberPolicy } from '@/lib/members/policy';
import { listPeople } from '@/lib/members/queries/list-people';
import { listTeams } from '@/lib/members/queries/list-teams';
import { listPeopleInput } from '@/lib/members/schema';
import { allowed } from '@/lib/platform/policy';

export const metadata: Metadata = { title: 'People' };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function People({ searchParams }: Props) {
  const ctx = await requireMember('/people');
  const asked = listPeopleInput.parse(await searchParams);
  const { view, refusal } = await readForPage(listPeople(ctx, asked));
  if (!view) return <NotAllowed title="People" reason={refusal} />;
  const teams = await listTeams(ctx, {});
  const rights = {
    manage: allowed(memberPolicy['member.setRole'], ctx.actor, false),
    teams: allowed(memberPolicy['team.edit'], ctx.actor, false),
  };
  const key = `${asked.show} ${asked.find} ${asked.after ?? ''}`;
  return <PeoplePage key={key} initial={view} initialTeams={teams} asked={asked} rights={rights} />;
}
