import { SeverityMark } from '@/components/severity/severity-mark';
import { Badge } from '@/components/ui/badge';
import { EmptyState } from '@/components/ui/empty-state';
import { SegmentedLinks } from '@/components/ui/segmented';
import { Elapsed, Time } from '@/components/ui/time';
import { counted } from '@/lib/language/words';
import { addressOf } from '@/lib/platform/rules/address';
import type { TriageQueue, TriageRow } from '@/lib/triage/queries/views';
import { triageQueueInput } from '@/lib/triage/schema';
import type { TriageFilter } from './queries';

interface QueueProps {
  queue: TriageQueue;
  filter: TriageFilter;
  selected: string;
  onSelect: (ref: string) => void;
}

function heading(waiting: number): string {
  if (waiting === 0) return 'Nobody waits to be read';
  return counted(waiting, 'waiting to be read', 'waiting to be read');
}

/** The queue, oldest first. Which part of it is shown is in the address. */
export function QueueColumn({ queue, filter, selected, onSelect }: QueueProps) {
  const part = (show: TriageFilter['show'], label: string, count?: number) => ({
    href: addressOf('/triage', triageQueueInput, { ...filter, after: undefined, show }),
    label,
    count,
    current: filter.show === show,
  });
  return (
    <section className="tri-queue" aria-label="Queue">
      <div className="tri-head">
        <h1>{heading(queue.waiting)}</h1>
        <p>
          {queue.oldestAt ? (
            <>
              The oldest has waited <Elapsed since={queue.oldestAt} />.
              {queue.promise ? ` Our promise is ${queue.promise}.` : ''}
            </>
          ) : (
            'New reports appear here by themselves.'
          )}
        </p>
      </div>
      <div className="tri-filter">
        <SegmentedLinks
          label="Which reports"
          items={[
            part('waiting', 'Waiting', queue.waiting),
            part('asked', 'Asked', queue.asked),
            part('mine', 'Mine', queue.mine),
            part('all', 'All'),
          ]}
        />
      </div>
      {queue.rows.length > 0 ? (
        <ul>
          {queue.rows.map((row) => (
            <li key={row.id}>
              <QueueItem row={row} current={row.ref === selected} onSelect={onSelect} />
            </li>
          ))}
        </ul>
      ) : (
        <div className="pad">
          <EmptyState card={false} icon="inbox" title="No reports here">
            {filter.show === 'waiting'
              ? 'Everybody who wrote has an answer. Quiet is good news.'
              : 'Reports show up here when they match.'}
          </EmptyState>
        </div>
      )}
      <EarlierDecisions queue={queue} />
    </section>
  );
}

function note(row: TriageRow): string | null {
  if (row.reading) return `${row.reading.member.name} is reading`;
  if (row.looksLike) return `Looks like ${row.looksLike}`;
  if (row.similarCount > 0) return `${row.similarCount} similar`;
  return null;
}

function QueueItem({
  row,
  current,
  onSelect,
}: {
  row: TriageRow;
  current: boolean;
  onSelect: (ref: string) => void;
}) {
  const from = [row.reporterName, row.affectedWhere].filter(Boolean).join(', ') || 'No name given';
  return (
    <button type="button" className="tri-item" aria-current={current} onClick={() => onSelect(row.ref)}>
      <SeverityMark severity={row.suggestion.severity} label />
      <b>
        {row.service?.name ?? 'Not sure which service'}{' '}
        {row.state === 'WAITING_FOR_REPORTER' ? <Badge>Asked</Badge> : null}
      </b>
      <span className="age whitespace-nowrap">
        <Elapsed since={row.receivedAt} />
      </span>
      <span className="text">“{row.summary}”</span>
      <span className="by">
        <span>{from}</span>
        {row.acknowledge?.missed ? <em>Late</em> : <em>{note(row)}</em>}
      </span>
    </button>
  );
}

function EarlierDecisions({ queue }: { queue: TriageQueue }) {
  if (queue.earlier.length === 0) return null;
  return (
    <div className="tri-done">
      <h2>Read earlier today</h2>
      <ul>
        {queue.earlier.map((item) => (
          <li key={`${item.reportRef} ${item.at}`}>
            {item.severity ? <SeverityMark severity={item.severity} size="s" label /> : null}
            <span>{item.sentence}</span>
            <span className="sp whitespace-nowrap">
              <Time at={item.at} show="clock" />
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
