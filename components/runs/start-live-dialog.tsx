'use client';

import { useState } from 'react';
import { Choice } from '@/components/ui/choice';
import { Note } from '@/components/ui/note';
import type { RecoveryPlanRow } from '@/lib/runs/plan-view-schema';
import { effectOnUsers } from './plan-words';
import { RunFormDialog } from './run-form-dialog';
import { capital, kindName } from './run-words';
import { useStartRun } from './use-start-run';

interface StartLiveDialogProps {
  plan: RecoveryPlanRow;
  /** Reference of the incident that it is to end. */
  incident: string;
  onStarted: (ref: string) => void;
  onClose: () => void;
}

/** Before a live run: what it does to users, how long it takes as far as is known, and whether its phases are told. */
export function StartLiveDialog({ plan, incident, onStarted, onClose }: StartLiveDialogProps) {
  const { start, pending, errors } = useStartRun();
  const [announces, setAnnounces] = useState(true);
  const kind = kindName[plan.kind].toLowerCase();
  const submit = async () => {
    const started = await start({ planId: plan.id, mode: 'LIVE', incident, announces });
    if (!started) return;
    onStarted(started.ref);
    onClose();
  };
  return (
    <RunFormDialog
      title={`Start the ${kind} of ${plan.service.name}?`}
      description={`${plan.name}, version ${plan.published ?? '–'}: ${plan.steps} steps in ${plan.phases.length} phases. It looks first whether it can begin; nothing is changed before you begin it.`}
      submit={`Start the ${kind}`}
      cancel="Not now"
      pending={pending}
      errors={errors}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Note tone="warn" title="What users notice">
        {effectOnUsers(plan)}
      </Note>
      <Note title="How long it takes">{capital(plan.estimate.words)}.</Note>
      <Choice
        type="checkbox"
        name="announces"
        label="Announce the phases to users"
        description="On the status page and by mail, with the expected time as far as it is known. You can change it later."
        checked={announces}
        onChange={(event) => setAnnounces(event.target.checked)}
      />
    </RunFormDialog>
  );
}
