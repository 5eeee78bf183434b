'use client';

import { useState } from 'react';
import { api } from '@/components/api/api';
import { useAct } from '@/components/api/use-act';
import { AnswerCounts } from '@/components/incidents/answer-counts';
import { formOnIncident } from '@/components/incidents/form-on-incident';
import { useIncident } from '@/components/incidents/incident-context';
import { Choice, ChoiceGroup } from '@/components/ui/choice';
import { FormDialog } from '@/components/ui/form-dialog';
import { Note } from '@/components/ui/note';
import { TextAreaField } from '@/components/ui/text-field';
import type { CauseKind } from '@/lib/incidents/schema';
import { isUrgent } from '@/lib/severity/schema';

const causes: { kind: CauseKind; label: string; description: string }[] = [
  { kind: 'NONE_FOUND', label: 'Looked for, none found', description: 'Somebody looked into it.' },
  { kind: 'NOT_LOOKED_AT', label: 'Not looked at', description: 'Say why below.' },
];

/** The end. A Moderate or Trivial one says what is known of the underlying cause. */
export function CloseDialog({ onClose }: { onClose: () => void }) {
  const { incident } = useIncident();
  const asks = !isUrgent(incident.severity);
  const [cause, setCause] = useState<CauseKind | null>(null);
  const [because, setBecause] = useState('');
  const missing = () => {
    if (!asks) return [];
    if (!cause) return [{ field: 'cause', message: 'Say what is known of the underlying cause.' }];
    return cause === 'NOT_LOOKED_AT' && !because.trim()
      ? [{ field: 'because', message: 'Say why the cause was not looked at.' }]
      : [];
  };
  const known = cause ? { cause, ...(because.trim() ? { because: because.trim() } : {}) } : {};
  const act = useAct({
    ...formOnIncident(incident),
    call: (body: { cause?: CauseKind; because?: string }, { version, key }) =>
      api('POST /incidents/:ref/close', { ref: incident.ref, version, ...body }, { key }),
    missing,
    done: `${incident.ref} is closed`,
    onDone: onClose,
  });
  return (
    <FormDialog
      title={`Close ${incident.ref}`}
      description="A closed incident is not opened again: what comes back is a new incident that follows it."
      submit="Close it"
      act={act}
      onSubmit={() => act.run(known)}
      onClose={onClose}
    >
      <AnswerCounts reports={incident.reports} />
      {incident.reports.stillBroken > 0 ? (
        <Note tone="warn">Somebody says that it does not work yet. Read what they wrote first.</Note>
      ) : null}
      {asks ? (
        <ChoiceGroup
          {...act.field('cause')}
          legend="The underlying cause"
          hint="A small fault may point at something deeper."
        >
          {causes.map(({ kind, label, description }) => (
            <Choice
              key={kind}
              type="radio"
              name="cause"
              label={label}
              description={description}
              checked={cause === kind}
              onChange={() => setCause(kind)}
            />
          ))}
        </ChoiceGroup>
      ) : null}
      {cause === 'NOT_LOOKED_AT' ? (
        <TextAreaField
          {...act.field('because')}
          label="Why not?"
          rows={2}
          value={because}
          onChange={(event) => setBecause(event.target.value)}
        />
      ) : null}
    </FormDialog>
  );
}
