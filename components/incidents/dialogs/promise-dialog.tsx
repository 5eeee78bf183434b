'use client';

import { useState } from 'react';
import { api } from '@/components/api/api';
import { useAct } from '@/components/api/use-act';
import { formOnIncident } from '@/components/incidents/form-on-incident';
import { useIncident } from '@/components/incidents/incident-context';
import { FormDialog } from '@/components/ui/form-dialog';
import { missingReason, ReasonField } from '@/components/ui/reason-field';
import { Time } from '@/components/ui/time';
import { NextChoiceField, useNextChoice } from './next-choice';

/** A promise cannot be taken back: it is kept, or moved for a reason. */
export function PromiseDialog({ onClose }: { onClose: () => void }) {
  const { incident } = useIncident();
  const choice = useNextChoice(incident.severity);
  const [reason, setReason] = useState('');
  const act = useAct({
    ...formOnIncident(incident),
    call: (entered: { next: string; reason: string }, { version, key }) =>
      api(
        'POST /incidents/:ref/promise',
        { ref: incident.ref, version, ...entered, next: choice.body ?? {} },
        { key },
      ),
    missing: () => missingReason(reason, 'Say why it moves.'),
    done: 'The next update is moved',
    onDone: onClose,
  });
  return (
    <FormDialog
      title="Move the next update"
      description={
        incident.promise ? (
          <>
            Promised by <Time at={incident.promise.dueAt} show="datetime" />. Posting “nothing new yet” keeps
            a promise too.
          </>
        ) : undefined
      }
      submit="Move the promise"
      act={act}
      onSubmit={() => act.run({ next: choice.value, reason: reason.trim() })}
      onClose={onClose}
    >
      <NextChoiceField
        label="New time"
        severity={incident.severity}
        choice={choice}
        error={act.errorOf('next')}
      />
      <ReasonField value={reason} onChange={setReason} error={act.errorOf('reason')} />
    </FormDialog>
  );
}
