'use client';

import { useState } from 'react';
import { actOnIncident } from '@/components/incidents/api';
import { useIncident } from '@/components/incidents/incident-context';
import { useZone } from '@/components/ui/clock';
import { TextAreaField, TextField } from '@/components/ui/text-field';
import { useDraft, writeDraft } from '@/components/updates/draft-store';
import { instantOn } from '@/lib/clocks/office-time';
import { ActDialog } from './act-dialog';

/** A line for the timeline that only the team reads. */
export function NoteDialog({ onClose }: { onClose: () => void }) {
  const { incident } = useIncident();
  const zone = useZone();
  const draft = `note:${incident.id}`;
  const [text, setText] = useDraft(draft);
  const [when, setWhen] = useState('');
  const [date, time] = when.split('T');
  const occurredAt = date && time ? instantOn(date, time, zone).toISOString() : null;
  return (
    <ActDialog
      title="Add a note"
      description="On the timeline, for the team only."
      submit="Add the note"
      done="Note added"
      missing={() => (text.trim() ? [] : [{ field: 'act-text', message: 'Write the note.' }])}
      act={({ key }) =>
        actOnIncident(
          incident.ref,
          'notes',
          { text: text.trim(), ...(occurredAt ? { occurredAt } : {}) },
          { key },
        )
      }
      onDone={() => writeDraft(draft, '')}
      onClose={onClose}
    >
      {(errorOf) => (
        <>
          <TextAreaField
            id="act-text"
            name="text"
            label="Note"
            value={text}
            onChange={(event) => setText(event.target.value)}
            error={errorOf('act-text')}
          />
          <TextField
            id="act-occurredAt"
            name="occurredAt"
            type="datetime-local"
            label="When it happened"
            optional
            hint="Only if it was not just now"
            value={when}
            onChange={(event) => setWhen(event.target.value)}
            error={errorOf('act-occurredAt')}
          />
        </>
      )}
    </ActDialog>
  );
}
