'use client';

import { useState } from 'react';
import { actOnIncident } from '@/components/incidents/api';
import { useIncident } from '@/components/incidents/incident-context';
import { stagesAhead } from '@/components/incidents/stages-ahead';
import { Choice, ChoiceGroup } from '@/components/ui/choice';
import { Note } from '@/components/ui/note';
import { incidentMove } from '@/lib/incidents/lifecycle';
import { type IncidentStage, incidentStageLabel, incidentStagePublicLabel } from '@/lib/incidents/schema';
import { ActDialog } from './act-dialog';
import { missingReason, ReasonField } from './reason-field';

/** Forward, short of the end: resolving has words for users of its own. */
export function AdvanceDialog({ onClose }: { onClose: () => void }) {
  const { incident } = useIncident();
  const [from] = useState(incident.stage);
  const ahead = stagesAhead(from);
  const [to, setTo] = useState<IncidentStage>(ahead[0] ?? from);
  const [reason, setReason] = useState('');
  const skips = incidentMove(from, to) === 'skip';
  return (
    <ActDialog
      title="Move the stage"
      description="Users see the words beside it, on the status page and on their own page."
      submit={`Move to ${incidentStageLabel[to]}`}
      done={`Stage: ${incidentStageLabel[to]}`}
      missing={() => (skips ? missingReason(reason, 'A stage is skipped. Say why in a few words.') : [])}
      act={({ version, key }) =>
        actOnIncident(
          incident.ref,
          'advance',
          { to, version, ...(skips ? { reason: reason.trim() } : {}) },
          { key },
        )
      }
      onClose={onClose}
    >
      {(errorOf) => (
        <>
          <ChoiceGroup id="act-to" legend="Where is it now?" error={errorOf('act-to')}>
            {ahead.map((stage) => (
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
          {skips ? (
            <ReasonField
              label="Why is a stage skipped?"
              value={reason}
              onChange={setReason}
              error={errorOf('act-reason')}
            />
          ) : null}
          {to === 'MONITORING' && incident.visibility === 'PUBLIC' ? (
            <Note>The services keep their status until you change it or resolve.</Note>
          ) : null}
        </>
      )}
    </ActDialog>
  );
}
