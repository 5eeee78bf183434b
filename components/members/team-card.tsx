'use client';

import { useState } from 'react';
import { useMemberActs } from '@/components/console/member-acts';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { Card, CardHeader } from '@/components/ui/card';
import { counted } from '@/lib/language/words';
import type { TeamView } from '@/lib/members/queries/views';
import { TeamDialog } from './team-dialog';

function people({ members, lead }: TeamView): string {
  const count = counted(members.length, 'person', 'people');
  return lead ? `${count}, ${lead.name} leads` : count;
}

export function TeamCard({ teams }: { teams: TeamView[] }) {
  const canEdit = useMemberActs().includes('team.edit');
  const [edited, setEdited] = useState<TeamView | 'NEW' | null>(null);
  return (
    <Card>
      <CardHeader
        title="Teams"
        actions={
          canEdit ? (
            <Button size="sm" variant="quiet" onClick={() => setEdited('NEW')}>
              New team
            </Button>
          ) : null
        }
      />
      {teams.length === 0 ? (
        <p className="muted sm p-5">No teams yet. A team can be asked for as a whole, and owns services.</p>
      ) : null}
      <ul>
        {teams.map((one) => (
          <li key={one.id} className="row border-b border-line px-5 py-3 last:border-b-0 max-sm:px-4">
            <Avatar name={one.name} kind="team" size="l" decorative />
            <span className="min-w-0">
              <b className="ink block font-strong">{one.name}</b>
              <small className="muted sm block">{people(one)}</small>
            </span>
            <span className="sp muted sm whitespace-nowrap">{one.capacity} at once</span>
            {canEdit ? (
              <Button
                size="icon-sm"
                icon="note"
                aria-label={`Change ${one.name}`}
                onClick={() => setEdited(one)}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {edited ? (
        <TeamDialog
          team={edited === 'NEW' ? null : (teams.find(({ id }) => id === edited.id) ?? edited)}
          onClose={() => setEdited(null)}
        />
      ) : null}
    </Card>
  );
}
