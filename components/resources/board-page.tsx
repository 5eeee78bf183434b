'use client';

import { useQuery } from '@tanstack/react-query';
import type { Route } from 'next';
import { useState } from 'react';
import { api } from '@/components/api/api';
import { useAct } from '@/components/api/use-act';
import { useMemberActs } from '@/components/console/member-acts';
import { Staleness } from '@/components/live/staleness';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { useNow, useZone } from '@/components/ui/clock';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { SegmentedLinks } from '@/components/ui/segmented';
import { TimeRange } from '@/components/ui/time';
import { dateOf } from '@/components/ui/time-words';
import { clockOf, zoneName } from '@/lib/language/time';
import { addressOf } from '@/lib/platform/rules/address';
import type { BoardView } from '@/lib/resources/queries/views';
import { StateLegend } from './allocation-state';
import { BoardList, type MadeRow } from './board-list';
import { BookDialog } from './book-dialog';
import { bookingTouches } from './booking-refusal';
import { Capacity, Lanes } from './lanes';
import { type BoardFilter, boardAddress, boardQuery } from './queries';
import { ResourceDialog } from './resource-dialog';
import { boardSentence } from './resource-words';

interface BoardPageProps {
  initial: BoardView;
  filter: BoardFilter;
}

const hrefOf = (filter: Partial<BoardFilter>): Route => addressOf('/resources', boardAddress, filter);

function startShiftedBy(board: BoardView, direction: 1 | -1): string {
  const [from, until] = [new Date(board.from).getTime(), new Date(board.until).getTime()];
  return new Date(from + direction * (until - from)).toISOString();
}

/** Who is where, until when, over everybody and everything that can be booked. */
export function BoardPage({ initial, filter }: BoardPageProps) {
  const acts = useMemberActs();
  const { from, view } = filter;
  const query = useQuery({ ...boardQuery(from), initialData: initial });
  const board = query.data;
  const [open, setOpen] = useState<{ book: string } | 'add' | null>(null);
  const archive = useAct({
    touches: bookingTouches,
    call: ({ id, version }: MadeRow, { key }) =>
      api('POST /resources/:resourceId/archive', { resourceId: id, version }, { key }),
    done: (_, { name }) => `${name} is archived`,
    refusal: 'toast',
  });
  return (
    <>
      <Staleness query={query} />
      <BoardHeader board={board} onOpen={setOpen} filter={filter} />
      <Card>
        <div className="res-tvh">
          <h2>Who is where, until when</h2>
          <span className="muted sm">
            <TimeRange from={board.from} to={board.until} />
          </span>
          <span className="row">
            <LinkButton size="sm" href={hrefOf({ view, from: startShiftedBy(board, -1) })} icon="left">
              Earlier
            </LinkButton>
            {from ? (
              <LinkButton size="sm" href={hrefOf({ view })}>
                Now
              </LinkButton>
            ) : null}
            <LinkButton size="sm" href={hrefOf({ view, from: startShiftedBy(board, 1) })} icon="right">
              Later
            </LinkButton>
          </span>
          <StateLegend />
        </div>
        {view === 'list' ? (
          <BoardList
            rows={board.rows}
            at={board.now}
            onBook={acts.includes('allocation.request') ? (id) => setOpen({ book: id }) : undefined}
            onArchive={acts.includes('resource.archive') ? (row) => void archive.run(row) : undefined}
          />
        ) : (
          <Lanes board={board} />
        )}
        <div className="res-flow">
          <Capacity used={1} of={2} />
          <span>
            Filled is used now. A person takes one booking at a time unless more was set, with an end.
          </span>
        </div>
      </Card>
      {open === 'add' ? <ResourceDialog onClose={() => setOpen(null)} /> : null}
      {open && open !== 'add' ? (
        <BookDialog choices={board.rows} resourceId={open.book} onClose={() => setOpen(null)} />
      ) : null}
    </>
  );
}

interface HeadProps extends Pick<BoardPageProps, 'filter'> {
  board: BoardView;
  onOpen: (open: { book: string } | 'add') => void;
}

function BoardHeader({ board, filter, onOpen }: HeadProps) {
  const acts = useMemberActs();
  const now = useNow();
  const zone = useZone();
  return (
    <PageHeader
      title={boardSentence(board)}
      lead={
        <span suppressHydrationWarning>
          {dateOf(now, zone, now)}, {clockOf(now, zone)} {zoneName(now, zone)}. Every booking has an expected
          end. Nothing can be held twice beyond its capacity.
        </span>
      }
      actions={
        <>
          <SegmentedLinks
            label="View"
            items={[
              { href: hrefOf({ ...filter, view: 'time' }), label: 'Time', current: filter.view === 'time' },
              { href: hrefOf({ ...filter, view: 'list' }), label: 'List', current: filter.view === 'list' },
            ]}
          />
          {acts.includes('resource.create') ? (
            <Button onClick={() => onOpen('add')}>Add equipment</Button>
          ) : null}
          {acts.includes('allocation.request') ? (
            <Button variant="primary" icon="plus" onClick={() => onOpen({ book: '' })}>
              Book
            </Button>
          ) : null}
        </>
      }
    />
  );
}
