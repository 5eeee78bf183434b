'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '@/components/api/api';
import { useAct } from '@/components/api/use-act';
import { formOnIncident } from '@/components/incidents/form-on-incident';
import { useIncident } from '@/components/incidents/incident-context';
import { Dialog } from '@/components/ui/dialog';
import { ErrorState } from '@/components/ui/error-state';
import { FormDialog } from '@/components/ui/form-dialog';
import { missingReason, ReasonField } from '@/components/ui/reason-field';
import { Skeleton } from '@/components/ui/skeleton';
import { TextAreaField } from '@/components/ui/text-field';
import { Time } from '@/components/ui/time';
import type { RevisionView, UpdateWithRevisions } from '@/lib/updates/queries/views';

/** An update with its revisions; those who may publish give it new words here. */
export function UpdateDialog({ updateId, onClose }: { updateId: string; onClose: () => void }) {
  const { incident } = useIncident();
  const { data, error } = useQuery({
    queryKey: ['incident', incident.ref, 'update', updateId],
    queryFn: ({ signal }) => api('GET /updates/:id', { id: updateId }, { signal }),
  });
  if (data && incident.acts.includes('update.edit')) return <EditDialog update={data} onClose={onClose} />;
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onClose())} title="Update" size="md">
      {data ? <Revisions update={data} /> : null}
      {!data && error ? <ErrorState title="It could not be read">{error.message}</ErrorState> : null}
      {data || error ? null : <Skeleton lines={4} />}
    </Dialog>
  );
}

interface EditDialogProps {
  update: UpdateWithRevisions;
  onClose: () => void;
}

function EditDialog({ update, onClose }: EditDialogProps) {
  const { incident } = useIncident();
  const [text, setText] = useState(update.text);
  const [reason, setReason] = useState('');
  const missing = () => [
    ...(text.trim() ? [] : [{ field: 'text', message: 'The text is missing.' }]),
    ...(text.trim() === update.text ? [{ field: 'text', message: 'The text is as it was.' }] : []),
    ...missingReason(reason, 'Say why it is edited.'),
  ];
  const act = useAct({
    ...formOnIncident(incident),
    version: update.version,
    call: (body: { text: string; reason: string }, { version, key }) =>
      api('PATCH /updates/:id', { id: update.id, version, ...body }, { key }),
    missing,
    done: 'The update is edited',
    onDone: onClose,
  });
  return (
    <FormDialog
      title="Edit the update"
      description="Pages show the new words, marked as edited. Mail that went out stays as it was."
      submit="Save the edit"
      act={act}
      onSubmit={() => act.run({ text: text.trim(), reason: reason.trim() })}
      onClose={onClose}
    >
      <TextAreaField
        {...act.field('text')}
        label="Text"
        rows={6}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <ReasonField value={reason} onChange={setReason} error={act.errorOf('reason')} />
      {update.revisions.length > 1 ? <Revisions update={update} /> : null}
    </FormDialog>
  );
}

/** Newest first, as they were shown. */
function Revisions({ update }: { update: UpdateWithRevisions }) {
  const newestFirst = [...update.revisions].sort((a, b) => b.number - a.number);
  return (
    <section className="stack" aria-label="Revisions">
      <h3 className="eyebrow">How it was before</h3>
      <ol className="stack">
        {newestFirst.map((revision) => (
          <RevisionItem key={revision.number} revision={revision} />
        ))}
      </ol>
    </section>
  );
}

function RevisionItem({ revision }: { revision: RevisionView }) {
  return (
    <li>
      <p className="sm muted">
        {revision.number === 1 ? 'First words' : `Edit ${revision.number - 1}`}, {revision.by.name},{' '}
        <Time at={revision.at} show="datetime" />
        {revision.reason ? `: ${revision.reason}` : null}
      </p>
      <p className="inc-quote whitespace-pre-wrap">{revision.text}</p>
    </li>
  );
}
