'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorState } from '@/components/ui/error-state';
import { SegmentedLinks } from '@/components/ui/segmented';
import { SkeletonRows } from '@/components/ui/skeleton';
import type { TimelineFilter, TimelineView } from '@/lib/incidents/queries/views';
import { to } from '@/lib/platform/rules/to';
import { useIncident } from './incident-context';
import { readTimeline } from './queries';
import { TimelineEntry } from './timeline-entry';

const filters: { filter: TimelineFilter; label: string; search: string }[] = [
  { filter: 'ALL', label: 'All', search: '' },
  { filter: 'PUBLIC', label: 'Public', search: '?show=public' },
  { filter: 'DECISIONS', label: 'Decisions', search: '?show=decisions' },
  { filter: 'RECOVERY', label: 'Recovery', search: '?show=recovery' },
];

const emptyWords: Record<TimelineFilter, string> = {
  ALL: 'What happens on the incident appears here.',
  PUBLIC: 'Users have not read anything about it. Write the first update above.',
  DECISIONS: 'Re-gradings, hand-overs and moved promises appear here.',
  RECOVERY: 'The steps of a recovery appear here once one is started.',
};

interface TimelineProps {
  filter: TimelineFilter;
  initial: TimelineView;
}

/** What happened, newest first. Which part of it is shown stands in the address. */
export function Timeline({ filter, initial }: TimelineProps) {
  const { incident } = useIncident();
  const page = useInfiniteQuery({
    queryKey: ['incident', incident.ref, 'timeline', filter],
    queryFn: ({ pageParam, signal }) => readTimeline(incident.ref, filter, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    initialData: { pages: [initial], pageParams: [null] },
  });
  const items = page.data.pages.flatMap(({ items: some }) => some);
  const [first] = useState(items[0]?.id);
  const newest = items[0];
  return (
    <section aria-labelledby="timeline-h">
      <div className="mt-6.5 mb-3 flex flex-wrap items-center gap-2.5">
        <h2 id="timeline-h">Timeline</h2>
        <SegmentedLinks
          label="Show on the timeline"
          className="sp"
          items={filters.map(({ filter: value, label, search }) => ({
            href: to(`/incidents/${incident.ref}${search}`),
            label,
            current: value === filter,
          }))}
        />
      </div>
      <p className="sr" role="status">
        {newest && newest.id !== first ? `${newest.sentence}, ${newest.who.name}` : null}
      </p>
      {items.length === 0 ? (
        <EmptyState icon="list" title={filter === 'PUBLIC' ? 'Nothing public yet' : 'Nothing here yet'}>
          {emptyWords[filter]}
        </EmptyState>
      ) : (
        <ol className="inc-tl">
          {items.map((item) => (
            <TimelineEntry key={item.id} item={item} />
          ))}
        </ol>
      )}
      {page.isFetchNextPageError ? (
        <ErrorState title="Earlier entries could not be read">{page.error?.message}</ErrorState>
      ) : null}
      {page.isFetchingNextPage ? <SkeletonRows rows={3} label="Earlier entries" /> : null}
      {page.hasNextPage && !page.isFetchingNextPage ? (
        <Button onClick={() => void page.fetchNextPage()}>Show earlier</Button>
      ) : null}
    </section>
  );
}
