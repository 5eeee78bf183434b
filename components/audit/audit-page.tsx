import type { Route } from 'next';
import Link from 'next/link';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Pager } from '@/components/ui/pager';
import { Time } from '@/components/ui/time';
import type { AuditEventView, AuditPageView, AuditSubject } from '@/lib/audit/queries/views';
import { listEventsInput } from '@/lib/audit/schema';
import { addressOf, type ListFilter } from '@/lib/platform/rules/address';
import { to } from '@/lib/platform/rules/to';
import { NounFilter } from './noun-filter';
import { VerifyCard } from './verify-card';

function hrefOf({ kind, name }: AuditSubject): Route | null {
  if (!name) return null;
  if (kind === 'incident') return to(`/incidents/${name}`);
  if (kind === 'member' || kind === 'team') return `/people?find=${encodeURIComponent(name)}`;
  return kind === 'key' ? '/settings/keys' : null;
}

/** “suiteRun” is “suite run”. */
const apart = (kind: string): string => kind.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

function Subject({ subject }: { subject: AuditSubject }) {
  const href = hrefOf(subject);
  const name = subject.name ?? `${apart(subject.kind)} ${subject.id.slice(-6)}`;
  if (!href) return <span className={subject.name ? undefined : 'muted mono'}>{name}</span>;
  return (
    <Link prefetch={false} href={href}>
      {name}
    </Link>
  );
}

const columns: Column<AuditEventView>[] = [
  {
    key: 'what',
    header: 'What happened',
    cell: (event) => (
      <>
        {event.what} {event.drill ? <Badge tone="planned">Drill</Badge> : null}
        <small>
          <span className="mono">{event.type}</span>
          <span className="hidden max-sm:inline">
            {' '}
            · <Time at={event.at} show="datetime" />
          </span>
        </small>
      </>
    ),
  },
  { key: 'actor', header: 'Who', cell: (event) => event.actor },
  {
    key: 'subjects',
    header: 'About',
    hideBelow: 'md',
    cell: (event) =>
      event.subjects.length === 0 ? (
        '–'
      ) : (
        <span className="row flex-wrap">
          {event.subjects.slice(0, 3).map((subject) => (
            <Subject key={`${subject.kind} ${subject.id}`} subject={subject} />
          ))}
          {event.subjects.length > 3 ? (
            <span className="muted">and {event.subjects.length - 3} more</span>
          ) : null}
        </span>
      ),
  },
  {
    key: 'at',
    header: 'When',
    hideBelow: 'sm',
    cell: (event) => (
      <>
        <Time at={event.at} show="datetime" className="whitespace-nowrap" />
        {event.at === event.recordedAt ||
        Date.parse(event.recordedAt) - Date.parse(event.at) < 60_000 ? null : (
          <small>
            recorded <Time at={event.recordedAt} show="datetime" />
          </small>
        )}
      </>
    ),
  },
  {
    key: 'position',
    header: 'No.',
    align: 'num',
    hideBelow: 'md',
    className: 'muted',
    cell: (event) => event.position,
  },
];

interface AuditPageProps {
  page: AuditPageView;
  filter: ListFilter<typeof listEventsInput>;
}

export function AuditPage({ page, filter }: AuditPageProps) {
  const { noun, before } = filter;
  const href = (change: Partial<typeof filter>): Route => addressOf('/audit', listEventsInput, change);
  return (
    <>
      <PageHeader
        title="Everything that was done, in order"
        lead="Each entry is sealed with the one before it: what is changed, removed or slipped in later shows."
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        <VerifyCard />
        <Card>
          <div className="card-h">
            <NounFilter noun={noun} />
          </div>
          <DataTable
            label="Events"
            columns={columns}
            rows={page.events}
            rowKey={(event) => event.position}
            empty={
              <EmptyState card={false} icon="scroll" title="Nothing here">
                {noun ? 'No event of this kind was recorded yet.' : 'No event was recorded yet.'}
              </EmptyState>
            }
          />
          <Pager
            label="Events"
            newerHref={before ? href({ noun }) : undefined}
            olderHref={page.older ? href({ noun, before: page.older }) : undefined}
          />
        </Card>
      </div>
    </>
  );
}
