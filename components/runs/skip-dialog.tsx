'use client';

import { useState } from 'react';
import { Note } from '@/components/ui/note';
import { showToast } from '@/components/ui/show-toast';
import { TextAreaField } from '@/components/ui/text-field';
import type { RunStepView } from '@/lib/runs/view-schema';
import { useRun } from './run-context';
import { RunFormDialog } from './run-form-dialog';
import { useRunAct } from './use-run-act';

const field = 'run-reason';

/** Leaves a step out of this run; the reason stays with it. */
export function SkipDialog({ step, onClose }: { step: RunStepView; onClose: () => void }) {
  const { version } = useRun();
  const { act, pending, errors, setErrors, errorOf } = useRunAct();
  const [reason, setReason] = useState('');
  const submit = async () => {
    if (!reason.trim()) {
      setErrors([{ field, message: 'Say why the step is left out.' }]);
      return;
    }
    if (!(await act(`steps/${step.id}/skip`, { version, reason: reason.trim() }))) return;
    showToast({ title: `${step.label} skipped` });
    onClose();
  };
  return (
    <RunFormDialog
      title={`Skip ${step.label} ${step.name}?`}
      submit="Skip the step"
      cancel="Keep the step"
      tone="danger-solid"
      pending={pending !== null}
      errors={errors}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {step.kind === 'VERIFICATION' ? (
        <Note tone="warn">
          Without a green verification the run cannot end as verified, and it gives no time.
        </Note>
      ) : null}
      {step.switches ? <Note tone="warn">Without this step users stay where they are.</Note> : null}
      <TextAreaField
        id={field}
        name="reason"
        label="Why is it left out?"
        rows={3}
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        error={errorOf('reason')}
      />
    </RunFormDialog>
  );
}
