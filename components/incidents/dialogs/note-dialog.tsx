'use client';

import { api } from '@/components/api/api';
import { useAct } from '@/components/api/use-act';
import { useDraft } from '@/components/api/use-draft';
import { formOnIncident } from '@/components/incidents/form-on-incident';
import { useIncident } from '@/components/incidents/incident-context';
import { useZone } from '@/components/ui/clock';
import { FormDialog } from '@/components/ui/form-dialog';
import { TextAreaField, TextField } from '@/components/ui/text-field';
import { instantOn } from '@/lib/clocks/rules/office-time';

/** A line for the timeline that only the team reads. */
export function NoteDialog({ onClose }: { onClose: () => void }) {
  const { incident } = useIncident();
  const zone = useZone();
  const draft = useDraft(`note:${incident.id}`, { text: '', when: '' });
  const { text, when } = draft.values;
  const [date, time] = when.split('T');
  const occurredAt = date && time ? instantOn(date, time, zone).toISOString() : null;
  const act = useAct({
    ...formOnIncident(incident),
    draft,
    call: (body: { text: string; occurredAt?: string }, { key }) =>
      api('POST /incidents/:ref/notes', { ref: incident.ref, ...body }, { key }),
    missing: () => (text.trim() ? [] : [{ field: 'text', message: 'Write the note.' }]),
    done: 'Note added',
    onDone: onClose,
  });
  return (
    <FormDialog
      title="Add a note"
      description="On the timeline, for the team only."
      submit="Add the note"
      act={act}
      onSubmit={() => act.run({ text: text.trim(), ...(occurredAt ? { occurredAt } : {}) })}
      onClose={onClose}
    >
      <TextAreaField
        {...act.field('text')}
        label="Note"
        value={text}
        onChange={(event) => draft.set({ text: event.target.value })}
      />
      <TextField
        {...act.field('occurredAt')}
        type="datetime-local"
        label="When it happened"
        optional
        hint="Only if it was not just now"
        value={when}
        onChange={(event) => draft.set({ when: event.target.value })}
      />
    </FormDialog>
  );
}
