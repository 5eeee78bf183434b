'use client';

import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'next/navigation';
import { useEffect } from 'react';
import { api } from '@/components/api/api';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorState } from '@/components/ui/error-state';
import { SkeletonRows } from '@/components/ui/skeleton';
import { useShortcuts } from '@/components/ui/use-shortcuts';
import type { TriageQueue, TriageReport } from '@/lib/triage/queries/views';
import { type TriageFilter, triageQueueQuery, triageReportQuery } from './queries';
import { ReportDesk } from './report-desk';
import { QueueColumn } from './triage-queue';

interface TriagePageProps {
  filter: TriageFilter;
  queue: TriageQueue;
  first: TriageReport | null;
  me: string;
}

const presenceMs = 30_000;

/** The address carries the report that is read, so that a reload or a link shows the same one. */
function select(ref: string): void {
  const url = new URL(window.location.href);
  url.searchParams.set('report', ref);
  window.history.replaceState(null, '', url);
}

export function TriagePage({ filter, queue: initial, first, me }: TriagePageProps) {
  const { data: queue } = useQuery({ ...triageQueueQuery(filter), initialData: initial });
  const refs = queue.rows.map((row) => row.ref);
  const selected = useSearchParams().get('report') ?? refs[0] ?? '';
  const report = useQuery({
    ...triageReportQuery(selected),
    ...(first && first.ref === selected ? { initialData: first } : {}),
  });

  const step = (by: number): void => {
    const next = refs[Math.max(0, Math.min(refs.length - 1, refs.indexOf(selected) + by))];
    if (next) select(next);
  };
  useShortcuts('Triage', [
    { key: 'j', does: 'Next report', run: () => step(1) },
    { key: 'k', does: 'Previous report', run: () => step(-1) },
  ]);
  useEffect(() => {
    if (!selected) return;
    // Others see who is reading; that it cannot be told keeps nobody from reading.
    const announce = () => void api('POST /triage/reports/:ref/open', { ref: selected }).catch(() => {});
    announce();
    const timer = setInterval(announce, presenceMs);
    return () => clearInterval(timer);
  }, [selected]);

  const decided = (): void => {
    const at = refs.indexOf(selected);
    const next = refs[at + 1] ?? refs[at - 1];
    if (next && filter.show === 'waiting') select(next);
  };

  return (
    <div className="tri">
      <QueueColumn queue={queue} filter={filter} selected={selected} onSelect={select} />
      {report.data ? (
        <ReportDesk key={report.data.id} report={report.data} me={me} onDecided={decided} />
      ) : (
        <section className="tri-report" aria-label="Report">
          <NoReport selected={selected} error={report.error} />
        </section>
      )}
    </div>
  );
}

function NoReport({ selected, error }: { selected: string; error: Error | null }) {
  if (error) return <ErrorState title="This report cannot be shown">{error.message}</ErrorState>;
  if (selected) return <SkeletonRows rows={6} label="Loading the report" />;
  return (
    <EmptyState icon="check" title="All read">
      Nobody is waiting for an answer. A new report appears here by itself, and the number at Triage tells you
      from every page.
    </EmptyState>
  );
}
