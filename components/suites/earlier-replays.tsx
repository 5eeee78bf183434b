import Link from 'next/link';
import { Card, CardHeader } from '@/components/ui/card';
import { type Column, DataTable } from '@/components/ui/data-table';
import { Outcome } from '@/components/ui/outcome';
import { Time } from '@/components/ui/time';
import { to } from '@/lib/platform/rules/to';
import type { ReplayRow, SuiteView } from '@/lib/suites/queries/views';
import { replayStateBadge } from './replay-state';

const columns: Column<ReplayRow>[] = [
  { key: 'when', header: 'Run', cell: (row) => <Time at={row.startedAt} show="auto" /> },
  {
    key: 'address',
    header: 'Against',
    cell: (row) => (
      <>
        <span className="mono">{row.address}</span>
        <small>baseline {row.baselineNumber}</small>
      </>
    ),
  },
  {
    key: 'state',
    header: 'Outcome',
    cell: (row) => (
      <>
        <Outcome kind={replayStateBadge[row.state].kind}>{replayStateBadge[row.state].word}</Outcome>
        <small>{row.sentence}</small>
      </>
    ),
  },
  {
    key: 'by',
    header: 'By',
    hideBelow: 'sm',
    cell: (row) =>
      row.run ? (
        <Link href={`/recovery/${row.run.ref}`}>{row.run.ref}</Link>
      ) : row.forCheck ? (
        'an investigation'
      ) : (
        (row.by?.name ?? 'Standby')
      ),
  },
];

/** The latest runs of a suite; each opens in place of the one that is shown. */
export function EarlierReplays({ suite, current }: { suite: SuiteView; current: string }) {
  if (suite.replays.length < 2) return null;
  return (
    <Card className="mt-5">
      <CardHeader title="Latest runs" meta={`${suite.replays.length}`} />
      <DataTable
        label="Latest runs"
        columns={columns}
        rows={suite.replays}
        rowKey={(row) => row.id}
        rowHref={(row) => to(`/services/${suite.service.slug}/suites/${suite.id}?replay=${row.id}`)}
        rowTone={(row) => (row.id === current ? 'selected' : undefined)}
        empty={null}
      />
    </Card>
  );
}
