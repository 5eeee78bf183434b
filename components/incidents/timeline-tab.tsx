'use client';

import { Note } from '@/components/ui/note';
import { UpdateComposer } from '@/components/updates/composer';
import type { TimelineFilter, TimelineView } from '@/lib/incidents/queries/views';
import { useIncident } from './incident-context';
import { SideColumn } from './side-column';
import { Timeline } from './timeline';

/** Write on top, what happened below, who and what beside it. */
export function TimelineTab(props: { filter: TimelineFilter; initial: TimelineView }) {
  const { incident } = useIncident();
  return (
    <div className="grid max-w-338 grid-cols-[minmax(0,1fr)_324px] items-start gap-6 max-[1101px]:grid-cols-1">
      <div>
        {incident.stage === 'CLOSED' ? (
          <Note icon="lock">
            {incident.ref} is closed, so no update can be posted on it. What comes back is a new incident that
            follows it.
          </Note>
        ) : incident.acts.includes('update.publish') ? (
          <UpdateComposer />
        ) : (
          <Note>Your role reads along. Responders and managers post the updates.</Note>
        )}
        <Timeline key={props.filter} {...props} />
      </div>
      <SideColumn />
    </div>
  );
}
