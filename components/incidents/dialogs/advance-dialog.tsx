'use client';

import { useState } from 'react';
import { api } from '@/components/api/api';
import { useAct } from '@/components/api/use-act';
import { formOnIncident } from '@/components/incidents/form-on-incident';
import { useIncident } from '@/components/incidents/incident-context';
import { stagesAhead } from '@/components/incidents/stages-ahead';
import { FormDialog } from '@/components/ui/form-dialog';
import { Note } from '@/components/ui/note';
import { missingReason, ReasonField } from '@/components/ui/reason-field';
import { incidentMove } from '@/lib/incidents/lifecycle';
import { type IncidentStage, incidentStageLabel } from '@/lib/incidents/schema';
import { StageChoice } from './stage-choice';

/** Forward, short of the end: resolving has words for users of its own. */
export function AdvanceDialog({ onClose }: { onClose: () => void }) {
  const { incident } = useIncident();
  const [from] = useState(incident.stage);
  const ahead = stagesAhead(from);
  const [to, setTo] = useState<IncidentStage>(ahead[0] ?? from);
  const [reason, setReason] = useState('');
  const skips = incidentMove(from, to) === 'skip';
  const act = useAct({
    ...formOnIncident(incident),
    call: (body: { to: IncidentStage; reason?: string }, { version, key }) =>
      api('POST /incidents/:ref/advance', { ref: incident.ref, version, ...body }, { key }),
    missing: () => (skips ? missingReason(reason, 'A stage is skipped. Say why in a few words.') : []),
    done: `Stage: ${incidentStageLabel[to]}`,
    onDone: onClose,
  });
  return (
    <FormDialog
      title="Move the stage"
      description="Users see the words beside it, on the status page and on their own page."
      submit={`Move to ${incidentStageLabel[to]}`}
      act={act}
      onSubmit={() => act.run({ to, ...(skips ? { reason: reason.trim() } : {}) })}
      onClose={onClose}
    >
      <StageChoice
        {...act.field('to')}
        legend="Where is it now?"
        stages={ahead}
        value={to}
        onChange={setTo}
      />
      {skips ? (
        <ReasonField
          label="Why is a stage skipped?"
          value={reason}
          onChange={setReason}
          error={act.errorOf('reason')}
        />
      ) : null}
      {to === 'MONITORING' && incident.visibility === 'PUBLIC' ? (
        <Note>The services keep their status until you change it or resolve.</Note>
      ) : null}
    </FormDialog>
  );
}
