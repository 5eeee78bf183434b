'use client';

import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Time } from '@/components/ui/time';
import type { BoardRow } from '@/lib/resources/queries/views';
import { aspectLabel, resourceKindLabel } from '@/lib/resources/schema';
import { AllocationStateMark } from './allocation-state';
import { avatarKind, isHeld } from './resource-words';

/** Equipment and vendors, which people make, have a version. */
export type MadeRow = BoardRow & { version: number };
const isMade = (row: BoardRow): row is MadeRow => row.version !== null;

interface BoardListProps {
  rows: BoardRow[];
  /** When the board was read. */
  at: string;
  /** Left out, the reader may not. */
  onBook: ((resourceId: string) => void) | undefined;
  onArchive: ((row: MadeRow) => void) | undefined;
}

/** The same board without a picture: a row for each resource. */
export function BoardList({ rows, at, onBook, onArchive }: BoardListProps) {
  return (
    <DataTable
      label="Resources"
      rows={rows}
      rowKey={(row) => row.id}
      empty={<EmptyState card={false} icon="people" title="No resources" />}
      columns={[
        {
          key: 'name',
          header: 'Who or what',
          cell: (row) => (
            <span className="row">
              <Avatar name={row.name} kind={avatarKind[row.kind]} decorative />
              <span>
                <b>{row.name}</b>
                <small>{row.detail || resourceKindLabel[row.kind]}</small>
              </span>
            </span>
          ),
        },
        { key: 'now', header: 'Booked for', cell: (row) => <BookedFor row={row} /> },
        {
          key: 'free',
          header: 'Free',
          hideBelow: 'sm',
          cell: (row) => <FreeFromCell row={row} at={at} />,
        },
        {
          key: 'acts',
          header: '',
          align: 'num',
          cell: (row) => (
            <span className="res-acts">
              {onArchive && isMade(row) ? (
                <Button
                  size="sm"
                  variant="quiet"
                  aria-label={`Archive ${row.name}`}
                  onClick={() => onArchive(row)}
                >
                  Archive
                </Button>
              ) : null}
              {onBook ? (
                <Button size="sm" aria-label={`Book ${row.name}`} onClick={() => onBook(row.id)}>
                  Book
                </Button>
              ) : null}
            </span>
          ),
        },
      ]}
    />
  );
}

function BookedFor({ row }: { row: BoardRow }) {
  const held = row.allocations.filter(isHeld);
  if (held.length === 0) return <span className="muted">Nothing</span>;
  return (
    <ul>
      {held.map(({ id, incident, run, aspect, endsAt, state }) => (
        <li key={id}>
          {incident?.ref ?? run?.ref}, {aspectLabel[aspect].toLowerCase()}, until{' '}
          <Time at={endsAt} show="auto" /> <AllocationStateMark state={state} />
        </li>
      ))}
    </ul>
  );
}

function FreeFromCell({ row, at }: { row: BoardRow; at: string }) {
  return row.freeFrom <= at ? (
    <span suppressHydrationWarning>
      Now
      {row.freeUntil ? (
        <>
          , until <Time at={row.freeUntil} show="auto" />
        </>
      ) : null}
    </span>
  ) : (
    <span suppressHydrationWarning>
      From <Time at={row.freeFrom} show="auto" />
    </span>
  );
}
