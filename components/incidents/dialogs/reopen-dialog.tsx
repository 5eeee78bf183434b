'use client';

import { useState } from 'react';
import { api } from '@/components/api/api';
import { useAct } from '@/components/api/use-act';
import { formOnIncident } from '@/components/incidents/form-on-incident';
import { useIncident } from '@/components/incidents/incident-context';
import { FormDialog } from '@/components/ui/form-dialog';
import { missingReason, ReasonField } from '@/components/ui/reason-field';
import { incidentLifecycle, incidentMove } from '@/lib/incidents/lifecycle';
import type { IncidentStage } from '@/lib/incidents/schema';
import { NextChoiceField, useNextChoice } from './next-choice';
import { StageChoice } from './stage-choice';

/** Back to work, for a reason and with a new promise. */
export function ReopenDialog({ onClose }: { onClose: () => void }) {
  const { incident } = useIncident();
  const [from] = useState(incident.stage);
  const back = incidentLifecycle.next(from).filter((stage) => incidentMove(from, stage) === 'reopen');
  const [to, setTo] = useState<IncidentStage>(back[0] ?? 'INVESTIGATING');
  const [reason, setReason] = useState('');
  const choice = useNextChoice(incident.severity);
  const act = useAct({
    ...formOnIncident(incident),
    call: ({ next, ...body }: { to: IncidentStage; reason: string; next: string }, { version, key }) =>
      api(
        'POST /incidents/:ref/reopen',
        { ref: incident.ref, version, ...body, next: choice.body ?? {} },
        { key },
      ),
    missing: () => missingReason(reason, 'Say why it is reopened.'),
    done: `${incident.ref} is open again`,
    onDone: onClose,
  });
  return (
    <FormDialog
      title={`Reopen ${incident.ref}`}
      description={
        from === 'RESOLVED' ? 'Its services go back to the status they had, from now on.' : undefined
      }
      submit="Reopen it"
      act={act}
      onSubmit={() => act.run({ to, reason: reason.trim(), next: choice.value })}
      onClose={onClose}
    >
      <StageChoice {...act.field('to')} legend="Back to" stages={back} value={to} onChange={setTo} />
      <ReasonField value={reason} onChange={setReason} error={act.errorOf('reason')} />
      <NextChoiceField severity={incident.severity} choice={choice} error={act.errorOf('next')} />
    </FormDialog>
  );
}
