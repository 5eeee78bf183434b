'use client';

import { useState } from 'react';
import { api, type Input } from '@/components/api/api';
import { useAct } from '@/components/api/use-act';
import { Choice } from '@/components/ui/choice';
import { FormDialog } from '@/components/ui/form-dialog';
import { Note } from '@/components/ui/note';
import { SelectField, TextAreaField } from '@/components/ui/text-field';
import { capital, counted } from '@/lib/language/words';
import type { RecoveryPlanRow } from '@/lib/runs/queries/plan-views';
import { OnlySaidNote } from './only-said-note';
import { effectOnUsers } from './plan-words';
import { kindName } from './run-words';

interface StartLiveDialogProps {
  /** One is started as it is; of several, one is chosen. */
  plans: readonly [RecoveryPlanRow, ...RecoveryPlanRow[]];
  /** Reference of the incident that it is to end; none for planned work, such as a switchover. */
  incident?: string;
  onStarted: (ref: string) => void;
  onClose: () => void;
}

/** Before a live run: what it does to users, how long it takes as far as is known, and whether its phases are told. */
export function StartLiveDialog({ plans, incident, onStarted, onClose }: StartLiveDialogProps) {
  const [unsettled, setUnsettled] = useState(false);
  const [settled, setSettled] = useState('');
  const act = useAct({
    touches: ['run', 'incident'],
    form: 'opened',
    call: (run: Input<'POST /runs'>, { key }) => api('POST /runs', run, { key }),
    onDone: ({ ref }) => {
      onStarted(ref);
      onClose();
    },
    onRefused: ({ fields }) => setUnsettled(unsettled || 'settled' in fields),
  });
  const [chosen, setChosen] = useState(plans[0].id);
  const [announces, setAnnounces] = useState(incident !== undefined);
  const plan = plans.find(({ id }) => id === chosen) ?? plans[0];
  const kind = kindName[plan.kind].toLowerCase();
  const cause = {
    ...(incident === undefined ? {} : { incident }),
    ...(settled.trim() ? { settled: settled.trim() } : {}),
  };
  return (
    <FormDialog
      title={`Start the ${kind} of ${plan.service.name}?`}
      description={`${plan.name}, version ${plan.published ?? '–'}: ${counted(plan.steps, 'step')} in ${counted(plan.phases.length, 'phase')}. It checks first whether it can begin; nothing is changed before you begin it.`}
      submit={`Start the ${kind}`}
      cancel="Not now"
      act={act}
      onSubmit={() => act.run({ planId: plan.id, mode: 'LIVE', announces, ...cause })}
      onClose={onClose}
    >
      {plans.length > 1 ? <PlanChoice plans={plans} value={plan.id} onChange={setChosen} /> : null}
      {unsettled ? (
        <TextAreaField
          {...act.field('settled')}
          label="How was it settled what the old primary took?"
          rows={3}
          maxLength={1000}
          value={settled}
          onChange={(event) => setSettled(event.target.value)}
        />
      ) : null}
      <Note tone="warn" title="What users notice">
        {effectOnUsers(plan)}
      </Note>
      <OnlySaidNote plan={plan} />
      <Note title="How long it takes">{capital(plan.estimate.words)}.</Note>
      {incident === undefined ? (
        <Note>Without an incident nothing is announced: users hear of it only by what they notice.</Note>
      ) : (
        <Choice
          type="checkbox"
          name="announces"
          label="Announce the phases to users"
          description="On the status page and by mail, with the expected time as far as it is known. You can change it later."
          checked={announces}
          onChange={(event) => setAnnounces(event.target.checked)}
        />
      )}
    </FormDialog>
  );
}

interface PlanChoiceProps {
  plans: readonly RecoveryPlanRow[];
  value: string;
  onChange: (id: string) => void;
}

function PlanChoice({ plans, value, onChange }: PlanChoiceProps) {
  return (
    <SelectField
      label="Which plan?"
      name="planId"
      value={value}
      onChange={(event) => onChange(event.target.value)}
      options={plans.map(({ id, kind, name, service }) => ({
        value: id,
        label: `${service.name}: ${name} (${kindName[kind].toLowerCase()})`,
      }))}
    />
  );
}
