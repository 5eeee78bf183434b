import Link from 'next/link';
import type { Column } from '@/components/ui/data-table';
import { Outcome } from '@/components/ui/outcome';
import { Time } from '@/components/ui/time';
import { exactDuration, roundedDuration } from '@/lib/platform/rules/duration';
import type { RecoveryPlanRow } from '@/lib/runs/queries/plan-views';
import { runEndLabel } from '@/lib/runs/rules/proof';
import { drillKindLabel } from '@/lib/runs/schema';
import { basedOn, drillVerdict, resultWords, testedWords } from './drill-verdict';
import { kindName } from './run-words';
import { StartDrill } from './start-drill';

const width = 120;

/** How much of the objective was used: the line is the objective. */
function ObjectiveBar({ actual, minutes }: { actual: number; minutes: number }) {
  const line = width * 0.625;
  const used = Math.min(width, (actual / (minutes * 60)) * line);
  return (
    <svg className="run-rto" viewBox={`0 0 ${width} 8`} aria-hidden>
      <rect className="base" width={width} height="8" rx="2" />
      <rect className="met" width={Math.max(2, Math.min(used, line))} height="8" rx="2" />
      {used > line ? <rect className="over" x={line} width={used - line} height="8" /> : null}
      <rect className="line" x={line - 1} width="2" height="8" />
    </svg>
  );
}

function Rta({ lastDrill, service }: RecoveryPlanRow) {
  const actual = lastDrill?.rtaSeconds ?? null;
  if (actual === null) return '–';
  const { rtoMinutes } = service;
  return (
    <>
      <b>{roundedDuration(actual)}</b>
      {rtoMinutes === null ? null : (
        <>
          {' '}
          of {exactDuration(rtoMinutes * 60)}
          <ObjectiveBar actual={actual} minutes={rtoMinutes} />
        </>
      )}
    </>
  );
}

function Rpa({ lastDrill, service }: RecoveryPlanRow) {
  const actual = lastDrill?.rpaSeconds ?? null;
  if (actual === null) return '–';
  return (
    <>
      {roundedDuration(actual)}
      {service.rpoMinutes === null ? null : <small>of {exactDuration(service.rpoMinutes * 60)}</small>}
    </>
  );
}

function Result(plan: RecoveryPlanRow) {
  const { lastDrill, service } = plan;
  switch (drillVerdict(plan)) {
    case 'NEVER':
      return <Outcome kind="todo">Never drilled</Outcome>;
    case 'STALE':
      return <Outcome kind="unclear">Too long ago</Outcome>;
    case 'UNVERIFIED':
      return <Outcome kind="bad">{lastDrill ? runEndLabel(lastDrill) : 'Not verified'}</Outcome>;
    case 'OVER':
      return <Outcome kind="bad">{resultWords(lastDrill, service)}</Outcome>;
    case 'HOLDS':
      return <Outcome kind="ok">{lastDrill ? resultWords(lastDrill, service) : 'Verified live'}</Outcome>;
  }
}

export const drillColumns: Column<RecoveryPlanRow>[] = [
  {
    key: 'plan',
    header: 'Plan',
    cell: ({ id, service, name, kind, published }) => (
      <>
        <Link href={`/services/${service.slug}/plans/${id}`} prefetch={false}>
          {service.name}: {name}
        </Link>
        <small>
          {kindName[kind]}
          {published === null ? ', not published' : ''}
        </small>
      </>
    ),
  },
  { key: 'when', header: 'Last drill', cell: (row) => <LastDrill drill={row.lastDrill} /> },
  { key: 'rta', header: 'RTA, of RTO', hideBelow: 'sm', cell: (row) => <Rta {...row} /> },
  {
    key: 'rpa',
    header: 'RPA, of RPO',
    hideBelow: 'md',
    className: 'whitespace-nowrap',
    cell: (row) => <Rpa {...row} />,
  },
  {
    key: 'cases',
    header: 'Verified',
    hideBelow: 'lg',
    className: 'whitespace-nowrap',
    cell: ({ lastDrill }) =>
      lastDrill?.cases
        ? `${lastDrill.cases.matched + lastDrill.cases.explained} of ${lastDrill.cases.total}`
        : '–',
  },
  {
    key: 'tested',
    header: 'Tested time',
    hideBelow: 'sm',
    cell: (row) => (
      <>
        {testedWords(row)}
        {row.estimate.basis === 'NEVER' ? null : <small>{basedOn(row.estimate)}</small>}
      </>
    ),
  },
  { key: 'result', header: 'Result', cell: (row) => <Result {...row} /> },
  {
    key: 'start',
    header: <span className="sr-only">Start</span>,
    hideBelow: 'sm',
    cell: (row) => <StartDrill plans={[row]} planId={row.id} small />,
  },
];

function LastDrill({ drill }: { drill: RecoveryPlanRow['lastDrill'] }) {
  if (!drill) return <span className="muted">never</span>;
  return (
    <>
      <Link href={`/recovery/${drill.ref}`} prefetch={false} className="ref">
        {drill.ref}
      </Link>{' '}
      <Time at={drill.finishedAt} show="auto" />
      {drill.kind ? <small>{drillKindLabel[drill.kind].split(':')[0]}</small> : null}
    </>
  );
}
