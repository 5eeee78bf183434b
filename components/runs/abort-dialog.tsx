'use client';

import { useState } from 'react';
import { api } from '@/components/api/api';
import { useAct } from '@/components/api/use-act';
import { FormDialog } from '@/components/ui/form-dialog';
import { Note } from '@/components/ui/note';
import { TextAreaField } from '@/components/ui/text-field';
import { formOnRun } from './act-on-run';
import { useRun } from './run-context';

/** Ends a run early. Nothing is undone by it, so whoever aborts says how things were left. */
export function AbortDialog({ onClose }: { onClose: () => void }) {
  const run = useRun();
  const { ref, mode } = run;
  const [note, setNote] = useState('');
  const switched = run.steps.some((step) => step.switches && step.state === 'DONE');
  const begun = run.state !== 'PRECHECK';
  const act = useAct({
    ...formOnRun(run),
    call: (safeStateNote: string, { key }) => api('POST /runs/:ref/abort', { ref, safeStateNote }, { key }),
    missing: (said) =>
      said ? [] : [{ field: 'safeStateNote', message: 'Say in which state things are left.' }],
    done: `${ref} aborted`,
    onDone: onClose,
  });
  return (
    <FormDialog
      title={begun ? `Abort ${ref}?` : `Leave ${ref} unbegun?`}
      description="It cannot be taken up again. Steps that are done stay done; nothing is undone by itself."
      submit={begun ? 'Abort the run' : 'Do not begin'}
      cancel="Keep going"
      tone="danger-solid"
      act={act}
      onSubmit={() => act.run(note.trim())}
      onClose={onClose}
    >
      <Note tone="warn">{effectOf(mode, switched)}</Note>
      <TextAreaField
        {...act.field('safeStateNote')}
        label="In which state are things left?"
        hint="What runs where, and what users reach now. It stays with the run."
        rows={4}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
    </FormDialog>
  );
}

function effectOf(mode: 'LIVE' | 'DRILL', switched: boolean): string {
  if (mode === 'DRILL') return 'Users notice nothing: it is a drill. It gives no verified time.';
  return switched
    ? 'Users already reach the other machine, and nothing has verified it. They stay there.'
    : 'Users stay where they are: the service is as broken as before, and the time to restore runs on.';
}
