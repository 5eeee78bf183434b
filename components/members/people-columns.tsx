import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import type { Column } from '@/components/ui/data-table';
import { Time } from '@/components/ui/time';
import type { OpenInvitationView, PeopleView, PersonView } from '@/lib/members/queries/views';
import { roleLabel } from '@/lib/members/schema';
import { InvitationMenu } from './invitation-menu';
import { PersonMenu } from './person-menu';

export type PeopleRow = ({ kind: 'person' } & PersonView) | ({ kind: 'invitation' } & OpenInvitationView);

export function peopleRows({ invitations, people }: PeopleView): PeopleRow[] {
  return [
    ...people.map((person) => ({ kind: 'person' as const, ...person })),
    ...invitations.map((invitation) => ({ kind: 'invitation' as const, ...invitation })),
  ];
}

function PersonCell({ row }: { row: PeopleRow }) {
  const name = row.kind === 'person' ? row.name : (row.name ?? row.email);
  return (
    <span className="flex items-center gap-3">
      <Avatar name={name} decorative />
      <span className="min-w-0">
        <span className={row.kind === 'person' && row.state === 'ACTIVE' ? undefined : 'muted'}>{name}</span>
        {row.kind === 'person' ? (
          <small className="max-sm:break-all sm:whitespace-nowrap">{row.email}</small>
        ) : (
          <small>
            invited by {row.invitedBy ?? 'the command line'}, <Time at={row.invitedAt} show="date" />
          </small>
        )}
      </span>
    </span>
  );
}

function SignedIn({ row }: { row: PeopleRow }) {
  if (row.kind === 'invitation') {
    return row.over ? (
      <Badge tone="caution">Invitation has run out</Badge>
    ) : (
      <Badge>
        <span>
          Invited, link ends <Time at={row.expiresAt} show="date" />
        </span>
      </Badge>
    );
  }
  if (row.state === 'DISABLED') return <Badge>Disabled</Badge>;
  if (row.here) return 'now';
  return row.lastSignedInAt ? <Time at={row.lastSignedInAt} show="date" /> : 'never';
}

function Capacity({ row }: { row: PeopleRow }) {
  if (row.kind === 'invitation') return '–';
  return (
    <>
      {row.capacity}
      {row.capacityUntil ? (
        <small className="whitespace-nowrap">
          until <Time at={row.capacityUntil} show="auto" />
        </small>
      ) : null}
    </>
  );
}

const person = (row: PeopleRow) => (row.kind === 'person' ? row : null);

const columns: Column<PeopleRow>[] = [
  { key: 'member', header: 'Member', cell: (row) => <PersonCell row={row} /> },
  { key: 'role', header: 'Role', cell: (row) => roleLabel[row.role] },
  { key: 'teams', header: 'Teams', hideBelow: 'md', cell: (row) => person(row)?.teams.join(', ') || '–' },
  { key: 'knows', header: 'Knows', hideBelow: 'md', cell: (row) => person(row)?.knows.join(', ') || '–' },
  {
    key: 'capacity',
    header: 'Capacity',
    align: 'num',
    hideBelow: 'md',
    cell: (row) => <Capacity row={row} />,
  },
  {
    key: 'signed-in',
    header: <span className="whitespace-nowrap">Signed in</span>,
    hideBelow: 'sm',
    cell: (row) => <SignedIn row={row} />,
  },
];

export function peopleColumns(manage: boolean): Column<PeopleRow>[] {
  if (!manage) return columns;
  const menu: Column<PeopleRow> = {
    key: 'menu',
    header: <span className="sr">Acts</span>,
    align: 'num',
    cell: (row) =>
      row.kind === 'person' ? <PersonMenu person={row} /> : <InvitationMenu invitation={row} />,
  };
  return [...columns, menu];
}
