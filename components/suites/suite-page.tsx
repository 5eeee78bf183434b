'use client';

import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'next/navigation';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { useShortcuts } from '@/components/ui/use-shortcuts';
import { counted } from '@/lib/language/words';
import { to } from '@/lib/platform/rules/to';
import type { ReplayView, ResultView, SuiteView } from '@/lib/suites/queries/views';
import { CaseList } from './case-list';
import { CasePane } from './case-pane';
import { caseRows, firstToExamine } from './case-rows';
import { EarlierReplays } from './earlier-replays';
import { PaneActs } from './pane-acts';
import { replayQuery, suiteQuery } from './queries';
import { ResultPane } from './result-pane';
import { SuiteActs } from './suite-acts';
import { SuiteSummaryCard } from './suite-summary';

interface SuitePageProps {
  initial: SuiteView;
  replay: ReplayView | null;
  result: ResultView | null;
}

/** The address carries what is looked at, so that a reload or a link shows the same. */
function show(at: { replay?: string; case?: string }): void {
  const url = new URL(window.location.href);
  for (const [name, value] of Object.entries(at)) {
    if (value) url.searchParams.set(name, value);
    else url.searchParams.delete(name);
  }
  window.history.replaceState(null, '', url);
}

/** Where the two columns lie below each other, what was chosen would be out of sight. */
function select(caseId: string): void {
  show({ case: caseId });
  if (!window.matchMedia('(max-width: 1180px)').matches) return;
  requestAnimationFrame(() => document.getElementById(paneId)?.scrollIntoView());
}

const paneId = 'case-pane';

export function SuitePage({ initial, replay: first, result }: SuitePageProps) {
  const { data: suite } = useQuery({ ...suiteQuery(initial.id), initialData: initial });
  const params = useSearchParams();
  const replayId = params.get('replay') ?? suite.latest?.id ?? '';
  const { data: replay = null } = useQuery({
    ...replayQuery(suite.id, replayId),
    ...(first?.id === replayId ? { initialData: first } : {}),
  });
  const rows = caseRows(suite, replay);
  const asked = params.get('case') ?? '';
  const selected = rows.some(({ caseId }) => caseId === asked) ? asked : firstToExamine(rows);
  const step = (by: number): void => {
    const at = rows.findIndex(({ caseId }) => caseId === selected);
    const next = rows[Math.max(0, Math.min(rows.length - 1, at + by))];
    if (next) show({ case: next.caseId });
  };
  useShortcuts('Verification suite', [
    { key: 'j', does: 'Next case', run: () => step(1) },
    { key: 'k', does: 'Previous case', run: () => step(-1) },
  ]);
  // A new run is about whatever it finds; run again from a case, it is about that case.
  const onReplay = (id: string) => show({ replay: id, case: '' });
  return (
    <>
      <SuiteHeader suite={suite} replay={replay} onReplay={onReplay} />
      <SuiteSummaryCard suite={suite} replay={replay} />
      {rows.length === 0 ? (
        <div className="mt-5">
          <EmptyState icon="list" title="No cases yet">
            A case is one request that a client makes. Add those that matter most: the front page, a search, a
            count, a sign-in. Then record what the healthy service answers.
          </EmptyState>
        </div>
      ) : (
        <div className="mt-5 grid grid-cols-[minmax(280px,400px)_minmax(0,1fr)] items-stretch max-lg:grid-cols-1 max-lg:gap-4">
          <CaseList rows={rows} selected={selected} onSelect={select} />
          <Pane
            suite={suite}
            replay={replay}
            selected={selected}
            result={result}
            onReplay={(id) => show({ replay: id, case: selected })}
          />
        </div>
      )}
      <EarlierReplays suite={suite} current={replayId} />
    </>
  );
}

interface HeaderProps {
  suite: SuiteView;
  replay: ReplayView | null;
  onReplay: (id: string) => void;
}

function SuiteHeader({ suite, replay, onReplay }: HeaderProps) {
  const { service } = suite;
  const count = counted(suite.cases, 'request');
  return (
    <PageHeader
      crumbs={[
        { label: 'Services', href: '/services' },
        { label: service.name, href: to(`/services/${service.slug}`) },
        { label: 'Verification suites', href: to(`/services/${service.slug}/suites`) },
      ]}
      title={suite.name}
      badges={<Badge>{suite.archived ? 'Archived' : 'Verification suite'}</Badge>}
      lead={suite.description || `${count} that clients make, and the answers known to be good.`}
      actions={
        <SuiteActs suite={suite} replay={replay} onCase={(id) => show({ case: id })} onReplay={onReplay} />
      }
    />
  );
}

interface PaneProps extends HeaderProps {
  selected: string;
  result: ResultView | null;
}

function Pane({ suite, replay, selected, result, onReplay }: PaneProps) {
  const known = suite.caseList.find(({ id }) => id === selected) ?? null;
  const row = replay?.results.find(({ caseId }) => caseId === selected);
  const isAnswered = replay !== null && row !== undefined && row.outcome !== null;
  return (
    <Card className="suite-pane" id={paneId} aria-label="Case">
      {isAnswered ? (
        <ResultPane
          key={`${replay.id} ${selected}`}
          place={{ suiteId: suite.id, replayId: replay.id, caseId: selected }}
          total={replay.total}
          initial={result}
        />
      ) : known ? (
        <CasePane
          known={known}
          total={suite.caseList.length}
          isWaiting={replay?.state === 'RUNNING' && row !== undefined}
        />
      ) : null}
      <PaneActs suite={suite} replay={replay} known={known} caseId={selected} onReplay={onReplay} />
    </Card>
  );
}
