'use client';

import Link from 'next/link';
import { Icon } from '@/components/ui/icon';
import { Time } from '@/components/ui/time';
import type { IncidentView, TimelineItem } from '@/lib/incidents/queries/views';
import type { UpdateView } from '@/lib/updates/queries/views';
import type { Audience } from '@/lib/updates/schema';
import { useDialog } from './dialog-context';
import { useIncident } from './incident-context';
import { UpdateDialog } from './lazy-dialogs';
import { timelineIcon } from './timeline-icon';

/** One thing that happened. */
export function TimelineEntry({ item }: { item: TimelineItem }) {
  const { incident } = useIncident();
  const { icon, tone } = timelineIcon(item);
  const update = item.updateId ? incident.updates.find(({ id }) => id === item.updateId) : undefined;
  return (
    <li className={`inc-${tone}`}>
      <div className="tm">
        <Time at={item.at} show="auto" />
        <small>
          <Time at={item.at} show="relative" />
        </small>
      </div>
      <span className="ic">
        <Icon name={icon} />
      </span>
      <div className="bd">
        <b>{item.sentence}</b>
        <EntryDetails item={item} update={update} />
        {item.text ? <p className="q whitespace-pre-wrap">{item.text}</p> : null}
      </div>
    </li>
  );
}

/** A report is sent by somebody who is not signed in: the report knows the name. */
function actorName(item: TimelineItem, incident: IncidentView): string {
  const report = incident.reports.latest.find(({ ref }) => ref === item.reportRef);
  return item.who.kind === 'anonymous' ? (report?.reporterName ?? 'A user') : item.who.name;
}

/** Who, for whom, about which report, and when it was written down. */
function EntryDetails({ item, update }: { item: TimelineItem; update: UpdateView | undefined }) {
  const { incident } = useIncident();
  return (
    <div className="sub">
      {actorName(item, incident)}
      {item.audience ? `, to ${audienceName[item.audience]}` : null}
      {item.type === 'update.published' ? <Mails update={update} /> : null}
      {item.reportRef ? (
        <>
          ,{' '}
          <Link href={`/incidents/${incident.ref}/reports?report=${item.reportRef}`} className="ref">
            {item.reportRef}
          </Link>
        </>
      ) : null}
      {item.backdated && item.kind === 'NOTE' ? (
        <>
          , written down <Time at={item.recordedAt} show="auto" />
        </>
      ) : null}
      {item.type === 'update.published' && update ? <EditMark update={update} /> : null}
    </div>
  );
}

const audienceName: Record<Audience, string> = {
  PUBLIC: 'everyone',
  REPORTERS: 'the reporters',
  INTERNAL: 'the team',
};

function Mails({ update }: { update: UpdateView | undefined }) {
  if (!update) return null;
  const { PENDING, SENT, RETRY, DEAD } = update.deliveries;
  const all = PENDING + SENT + RETRY + DEAD;
  if (all === 0) return null;
  return (
    <>
      , {SENT} of {all} mails sent
      {DEAD > 0 ? (
        <>
          , <Link href="/outbox">{DEAD} not delivered</Link>
        </>
      ) : null}
    </>
  );
}

/** That it was edited, and the way to its words. */
function EditMark({ update }: { update: UpdateView }) {
  const { incident } = useIncident();
  const ask = useDialog();
  if (!update.editedAt && !incident.acts.includes('update.edit')) return null;
  return (
    <>
      {' · '}
      <button
        type="button"
        className="inc-link"
        onClick={() => ask((onClose) => <UpdateDialog updateId={update.id} onClose={onClose} />)}
      >
        {update.editedAt ? (
          <>
            Edited <Time at={update.editedAt} show="auto" />
          </>
        ) : (
          'Edit'
        )}
      </button>
    </>
  );
}
