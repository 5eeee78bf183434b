'use client';

import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { Icon } from '@/components/ui/icon';
import { Time } from '@/components/ui/time';
import type { TimelineItem } from '@/lib/incidents/view-schema';
import { audienceLabel } from '@/lib/updates/schema';
import type { UpdateView } from '@/lib/updates/view-schema';
import { useDialog } from './dialog-context';
import { useIncident } from './incident-context';
import { timelineLook } from './timeline-look';

/** One thing that happened. */
export function TimelineEntry({ item }: { item: TimelineItem }) {
  const { incident } = useIncident();
  const { icon, tone } = timelineLook(item);
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
        <Below item={item} update={update} />
        {item.text ? <p className={classNames('q', 'whitespace-pre-wrap')}>{item.text}</p> : null}
        {update ? <UpdateFoot item={item} update={update} /> : null}
      </div>
    </li>
  );
}

/** Who, for whom, about which report, and when it was written down. */
function Below({ item, update }: { item: TimelineItem; update: UpdateView | undefined }) {
  const { incident } = useIncident();
  return (
    <div className="sub">
      {item.who.name}
      {item.audience ? `, to ${audienceWords(item, update)}` : null}
      {item.reportRef ? (
        <>
          ,{' '}
          <Link href={`/incidents/${incident.ref}/reports?report=${item.reportRef}`} className="ref">
            {item.reportRef}
          </Link>
        </>
      ) : null}
      {item.backdated ? (
        <>
          , written down <Time at={item.recordedAt} show="auto" />
        </>
      ) : null}
    </div>
  );
}

function audienceWords(item: TimelineItem, update: UpdateView | undefined): string {
  if (!item.audience) return '';
  const whom = audienceLabel[item.audience].toLowerCase().replace('team only', 'the team');
  const { PENDING = 0, SENT = 0, RETRY = 0, DEAD = 0 } = update?.deliveries ?? {};
  const mails = PENDING + SENT + RETRY + DEAD;
  if (mails === 0) return whom === 'reporters' ? 'the reporters' : whom;
  const dead = DEAD > 0 ? `, ${DEAD} not delivered` : '';
  return `${whom === 'reporters' ? 'the reporters' : whom}, ${SENT} of ${mails} mails sent${dead}`;
}

/** That it was edited, and the way to its words. */
function UpdateFoot({ item, update }: { item: TimelineItem; update: UpdateView }) {
  const { can } = useIncident();
  const ask = useDialog();
  if (item.type !== 'update.published') return null;
  const open = () => ask({ kind: 'update', updateId: update.id });
  return (
    <div className="row wrapf sm muted mt-1">
      {update.editedAt ? (
        <Button variant="quiet" size="sm" onClick={open}>
          Edited <Time at={update.editedAt} show="auto" />
        </Button>
      ) : null}
      {can.edit && !update.editedAt ? (
        <Button variant="quiet" size="sm" onClick={open}>
          Edit
        </Button>
      ) : null}
    </div>
  );
}
