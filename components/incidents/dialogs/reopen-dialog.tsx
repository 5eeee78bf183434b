'use client';

import { useState } from 'react';
import { actOnIncident } from '@/components/incidents/api';
import { useIncident } from '@/components/incidents/incident-context';
import { Choice, ChoiceGroup } from '@/components/ui/choice';
import { incidentLifecycle, incidentMove } from '@/lib/incidents/lifecycle';
import { type IncidentStage, incidentStageLabel, incidentStagePublicLabel } from '@/lib/incidents/schema';
import { ActDialog } from './act-dialog';
import { NextChoiceField, useNextChoice } from './next-choice';
import { missingReason, ReasonField } from './reason-field';

/** Back to work, for a reason and with a new promise. */
export function ReopenDialog({ onClose }: { onClose: () => void }) {
  const { incident } = useIncident();
  const [from] = useState(incident.stage);
  const back = incidentLifecycle.next(from).filter((stage) => incidentMove(from, stage) === 'reopen');
  const [to, setTo] = useState<IncidentStage>(back[0] ?? 'INVESTIGATING');
  const [reason, setReason] = useState('');
  const choice = useNextChoice(incident.severity);
  return (
    <ActDialog
      title={`Reopen ${incident.ref}`}
      description={
        from === 'RESOLVED' ? 'Its services go back to the status they had, from now on.' : undefined
      }
      submit="Reopen it"
      done={`${incident.ref} is open again`}
      missing={() => missingReason(reason, 'Say why it is reopened.')}
      act={({ version, key }) =>
        actOnIncident(
          incident.ref,
          'reopen',
          { to, reason: reason.trim(), next: choice.body, version },
          { key },
        )
      }
      onClose={onClose}
    >
      {(errorOf) => (
        <>
          <ChoiceGroup id="act-to" legend="Back to" error={errorOf('act-to')}>
            {back.map((stage) => (
              <Choice
                key={stage}
                type="radio"
                name="to"
                label={incidentStageLabel[stage]}
                description={`Users read: ${incidentStagePublicLabel[stage]}`}
                checked={to === stage}
                onChange={() => setTo(stage)}
              />
            ))}
          </ChoiceGroup>
          <ReasonField value={reason} onChange={setReason} error={errorOf('act-reason')} />
          <NextChoiceField severity={incident.severity} choice={choice} error={errorOf('act-next')} />
        </>
      )}
    </ActDialog>
  );
}
