'use client';

import { useState } from 'react';
import { actOnIncident } from '@/components/incidents/api';
import { useIncident } from '@/components/incidents/incident-context';
import { Time } from '@/components/ui/time';
import { ActDialog } from './act-dialog';
import { NextChoiceField, useNextChoice } from './next-choice';
import { missingReason, ReasonField } from './reason-field';

/** A promise cannot be taken back: it is kept, or moved for a reason. */
export function PromiseDialog({ onClose }: { onClose: () => void }) {
  const { incident } = useIncident();
  const choice = useNextChoice(incident.severity);
  const [reason, setReason] = useState('');
  return (
    <ActDialog
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
      done="The next update is moved"
      missing={() => missingReason(reason, 'Say why it moves.')}
      act={({ version, key }) =>
        actOnIncident(incident.ref, 'promise', { next: choice.body, reason: reason.trim(), version }, { key })
      }
      onClose={onClose}
    >
      {(errorOf) => (
        <>
          <NextChoiceField
            label="New time"
            severity={incident.severity}
            choice={choice}
            error={errorOf('act-next')}
          />
          <ReasonField value={reason} onChange={setReason} error={errorOf('act-reason')} />
        </>
      )}
    </ActDialog>
  );
}
