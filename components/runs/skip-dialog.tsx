'use client';

import { useState } from 'react';
import { api } from '@/components/api/api';
import { useAct } from '@/components/api/use-act';
import { FormDialog } from '@/components/ui/form-dialog';
import { Note } from '@/components/ui/note';
import { TextAreaField } from '@/components/ui/text-field';
import type { RunStepView } from '@/lib/runs/queries/views';
import { formOnRun } from './act-on-run';
import { useRun } from './run-context';

/** Leaves a step out of this run; the reason stays with it. */
export function SkipDialog({ step, onClose }: { step: RunStepView; onClose: () => void }) {
  const run = useRun();
  const place = { ref: run.ref, stepId: step.id };
  const [reason, setReason] = useState('');
  const act = useAct({
    ...formOnRun(run),
    call: (why: string, { version, key }) =>
      api('POST /runs/:ref/steps/:stepId/skip', { ...place, version, reason: why }, { key }),
    missing: (why) => (why ? [] : [{ field: 'reason', message: 'Say why the step is left out.' }]),
    done: `${step.label} skipped`,
    onDone: onClose,
  });
  return (
    <FormDialog
      title={`Skip ${step.label} ${step.name}?`}
      submit="Skip the step"
      cancel="Keep the step"
      tone="danger-solid"
      act={act}
      onSubmit={() => act.run(reason.trim())}
      onClose={onClose}
    >
      {step.kind === 'VERIFICATION' ? (
        <Note tone="warn">
          Without a green verification the run cannot end as verified, and it gives no time.
        </Note>
      ) : null}
      {step.switches ? <Note tone="warn">Without this step users stay where they are.</Note> : null}
      <TextAreaField
        {...act.field('reason')}
        label="Why is it left out?"
        rows={3}
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormDialog>
  );
}
