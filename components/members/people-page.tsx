'use client';

import { useQuery } from '@tanstack/react-query';
import type { Route } from 'next';
import { useState } from 'react';
import { useMemberActs } from '@/components/console/member-acts';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterBar } from '@/components/ui/filter-bar';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { SearchForm } from '@/components/ui/search-form';
import { SegmentedLinks } from '@/components/ui/segmented';
import { counted } from '@/lib/language/words';
import type { PeopleView, TeamView } from '@/lib/members/queries/views';
import { listPeopleInput, type PeopleFilter } from '@/lib/members/schema';
import { addressOf, type ListFilter } from '@/lib/platform/rules/address';
import { InviteDialog } from './invite-dialog';
import { peopleColumns, peopleRows } from './people-columns';
import { memberListQuery, teamListQuery } from './queries';
import { RoleTable } from './role-table';
import { TeamCard } from './team-card';

type PeopleListFilter = ListFilter<typeof listPeopleInput>;

interface PeoplePageProps {
  initial: PeopleView;
  initialTeams: TeamView[];
  filter: PeopleListFilter;
}

function sentence({ members, teams, here }: PeopleView['counts']): string {
  const are = counted(here, 'of them is here.', 'of them are here.');
  return `${counted(members, 'member')}, ${counted(teams, 'team')}. ${here === 0 ? 'Nobody is here now.' : are}`;
}

const hrefOf = (filter: Partial<PeopleListFilter>): Route => addressOf('/people', listPeopleInput, filter);

export function PeoplePage({ initial, initialTeams, filter }: PeoplePageProps) {
  const canManage = useMemberActs().includes('member.setRole');
  const { data: view } = useQuery({ ...memberListQuery(filter), initialData: initial });
  const { data: teams } = useQuery({ ...teamListQuery, initialData: initialTeams });
  const [inviting, setInviting] = useState(false);
  const { counts } = view;
  const filters: [PeopleFilter, string, number][] = [
    ['here', 'Here now', counts.here],
    ['all', 'All', counts.members],
    ['invited', 'Invited', counts.invited],
    ['disabled', 'Disabled', counts.disabled],
  ];
  return (
    <>
      <PageHeader
        title={sentence(counts)}
        lead="Who can be asked for what, and what each role may do."
        actions={
          canManage ? (
            <Button variant="primary" icon="plus" onClick={() => setInviting(true)}>
              Invite a member
            </Button>
          ) : null
        }
      />
      <div className="twocol">
        <Card>
          <FilterBar>
            <SearchForm
              label="Find a person, team or subject"
              value={filter.find}
              hrefOf={(find) => hrefOf({ show: filter.show, find })}
              className="mt-0! min-h-[34px]! w-[250px]! text-sm!"
            />
            <SegmentedLinks
              label="Which people"
              items={filters
                .filter(([show, , count]) => count > 0 || show === filter.show || show === 'all')
                .map(([show, label, count]) => ({
                  href: hrefOf({ show, find: filter.find }),
                  label,
                  count,
                  current: show === filter.show,
                }))}
            />
          </FilterBar>
          <DataTable
            label="People"
            columns={peopleColumns(canManage)}
            rows={peopleRows(view)}
            rowKey={(row) => row.id}
            empty={<EmptyPeople filter={filter} />}
          />
          {view.next || filter.after ? (
            <nav className="pager" aria-label="People, pages">
              {filter.after ? (
                <LinkButton size="sm" href={hrefOf({ show: filter.show, find: filter.find })}>
                  First page
                </LinkButton>
              ) : null}
              {view.next ? (
                <LinkButton
                  size="sm"
                  className="sp"
                  href={hrefOf({ ...filter, after: view.next })}
                  rel="next"
                >
                  Next page
                </LinkButton>
              ) : null}
            </nav>
          ) : null}
        </Card>
        <div>
          <TeamCard teams={teams} />
          <RoleTable />
        </div>
      </div>
      {inviting ? <InviteDialog onClose={() => setInviting(false)} /> : null}
    </>
  );
}

function EmptyPeople({ filter }: { filter: PeopleListFilter }) {
  if (filter.find) {
    return (
      <EmptyState card={false} icon="search" title={`Nobody is found by “${filter.find}”`}>
        Look for another part of a name, an address, a team, or something somebody knows.
      </EmptyState>
    );
  }
  const titles: Record<PeopleFilter, string> = {
    here: 'Nobody is here now',
    invited: 'No invitation is open',
    disabled: 'No account is disabled',
    all: 'No members yet',
  };
  return (
    <EmptyState card={false} icon="people" title={titles[filter.show]}>
      Who was seen in the last five minutes counts as here.
    </EmptyState>
  );
}
