import { Badge } from '@/components/ui/badge';
import type { Column } from '@/components/ui/data-table';
import { Holder } from '@/components/ui/holder';
import { Time } from '@/components/ui/time';
import { roundedDuration } from '@/lib/platform/rules/duration';
import type { RunRow } from '@/lib/runs/queries/views';
import { RunResult } from './run-result';
import { kindName } from './run-words';

const seconds = (value: number | null): string => (value === null ? '–' : roundedDuration(value));

export const runColumns: Column<RunRow>[] = [
  {
    key: 'run',
    header: 'Run',
    cell: (row) => (
      <>
        {row.plan.name}
        <small>
          <span className="ref">{row.ref}</span> {kindName[row.kind]} of {row.service.name}
        </small>
      </>
    ),
  },
  {
    key: 'mode',
    header: 'Mode',
    cell: (row) => (
      <span className="row">
        {row.mode === 'LIVE' ? <Badge tone="bad">Live</Badge> : <Badge tone="accent">Drill</Badge>}
        {row.demoHistory ? <Badge>Demo history</Badge> : null}
      </span>
    ),
  },
  {
    key: 'state',
    header: 'State',
    cell: (row) => (
      <>
        <RunResult row={row} />
        {row.phase ? (
          <small>
            Step {row.phase.number} of {row.phase.of}: {row.phase.publicName}
          </small>
        ) : null}
      </>
    ),
  },
  {
    key: 'began',
    header: 'Began',
    hideBelow: 'sm',
    cell: (row) => (row.startedAt ? <Time at={row.startedAt} show="auto" /> : 'not yet'),
  },
  {
    key: 'operator',
    header: 'Operator',
    hideBelow: 'lg',
    cell: (row) => (row.operator ? <Holder person={row.operator} /> : '–'),
  },
  {
    key: 'incident',
    header: 'Incident',
    hideBelow: 'lg',
    cell: (row) => (row.incidentRef ? <span className="ref">{row.incidentRef}</span> : '–'),
  },
  { key: 'rta', header: 'RTA', align: 'num', hideBelow: 'md', cell: (row) => seconds(row.rtaSeconds) },
  { key: 'rpa', header: 'RPA', align: 'num', hideBelow: 'md', cell: (row) => seconds(row.rpaSeconds) },
];
