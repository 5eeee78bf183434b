'use client';

import { api } from '@/components/api/api';
import { type Entered, entered } from '@/components/api/entered';
import { useAct } from '@/components/api/use-act';
import { FormDialog } from '@/components/ui/form-dialog';
import { TextAreaField, TextField } from '@/components/ui/text-field';

interface SuiteDialogProps {
  /** A suite to rename, or the service of a new one. */
  suite: { id: string; version: number; name: string; description: string } | { serviceId: string };
  onSaved: (suiteId: string) => void;
  onClose: () => void;
}

function inputOf(form: FormData) {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  return { name: text('name'), description: text('description') };
}

/** Name and description of a suite. */
export function SuiteDialog({ suite, onSaved, onClose }: SuiteDialogProps) {
  const known = 'id' in suite ? suite : null;
  const act = useAct({
    touches: ['suite'],
    version: known?.version,
    form: 'opened',
    call: ({ said, changed }: Entered<ReturnType<typeof inputOf>>, { version, key }) =>
      'id' in suite
        ? api('PATCH /suites/:suiteId', { suiteId: suite.id, version, ...changed }, { key })
        : api('POST /suites', { serviceId: suite.serviceId, ...said }, { key }),
    done: (_, { said: { name } }) => `“${name}” is saved`,
    onDone: ({ id }) => {
      onClose();
      onSaved(id);
    },
  });
  return (
    <FormDialog
      title={known ? 'Name and description' : 'New verification suite'}
      description={known ? undefined : 'Requests that clients make, and the answers known to be good.'}
      submit={known ? 'Save' : 'Make the suite'}
      act={act}
      onSubmit={(form, opened) => act.run(entered(inputOf, form, opened))}
      onClose={onClose}
    >
      <TextField
        label="Name"
        {...act.field('name')}
        hint="What its users do, like “What customers do”"
        defaultValue={known?.name ?? ''}
      />
      <TextAreaField
        label="Description"
        {...act.field('description')}
        optional
        rows={3}
        defaultValue={known?.description ?? ''}
      />
    </FormDialog>
  );
}
