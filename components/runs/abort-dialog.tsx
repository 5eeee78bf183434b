'use client';

import { useState } from 'react';
import { Note } from '@/components/ui/note';
import { showToast } from '@/components/ui/show-toast';
import { TextAreaField } from '@/components/ui/text-field';
import { useRun } from './run-context';
import { RunFormDialog } from './run-form-dialog';
import { useRunAct } from './use-run-act';

const field = 'run-safeStateNote';

/** Ends a run early. Nothing is undone by it, so whoever aborts says how things were left. */
export function AbortDialog({ onClose }: { onClose: () => void }) {
  const { ref, mode, steps, state } = useRun();
  const { act, pending, errors, setErrors, errorOf } = useRunAct();
  const [note, setNote] = useState('');
  const switched = steps.some((step) => step.switches && step.state === 'DONE');
  const begun = state !== 'PRECHECK';
  const submit = async () => {
    if (!note.trim()) {
      setErrors([{ field, message: 'Say in which state things are left.' }]);
      return;
    }
    if (!(await act('abort', { safeStateNote: note.trim() }))) return;
    showToast({ title: `${ref} aborted` });
    onClose();
  };
  return (
    <RunFormDialog
      title={begun ? `Abort ${ref}?` : `Leave ${ref} unbegun?`}
      description="It cannot be taken up again. Steps that are done stay done; nothing is undone by itself."
      submit={begun ? 'Abort the run' : 'Do not begin'}
      cancel="Keep going"
      tone="danger-solid"
      pending={pending !== null}
      errors={errors}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Note tone="warn">{effectOf(mode, switched)}</Note>
      <TextAreaField
        id={field}
        name="safeStateNote"
        label="In which state are things left?"
        hint="What runs where, and what users reach now. It stays with the run."
        rows={4}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        error={errorOf('safeStateNote')}
      />
    </RunFormDialog>
  );
}

function effectOf(mode: 'LIVE' | 'DRILL', switched: boolean): string {
  if (mode === 'DRILL') return 'Users notice nothing: it is a drill. It gives no verified time.';
  return switched
    ? 'Users already reach the other machine, and nothing has verified it. They stay there.'
    : 'Users stay where they are: the service is as broken as before, and the time to restore runs on.';
}
