'use client';

import { api } from '@/components/api/api';
import { useAct } from '@/components/api/use-act';
import { FormDialog } from '@/components/ui/form-dialog';
import { TextAreaField, TextField } from '@/components/ui/text-field';

interface SuiteDialogProps {
  /** A suite to rename, or the service of a new one. */
  suite: { id: string; version: number; name: string; description: string } | { serviceId: string };
  onSaved: (suiteId: string) => void;
  onClose: () => void;
}

/** Name and description of a suite. */
export function SuiteDialog({ suite, onSaved, onClose }: SuiteDialogProps) {
  const known = 'id' in suite ? suite : null;
  const act = useAct({
    touches: ['suite'],
    version: known?.version,
    form: 'opened',
    call: (input: { name: string; description: string }, { version, key }) =>
      'id' in suite
        ? api('PATCH /suites/:suiteId', { suiteId: suite.id, version, ...input }, { key })
        : api('POST /suites', { serviceId: suite.serviceId, ...input }, { key }),
    done: (_, { name }) => `“${name}” is saved`,
    onDone: ({ id }) => {
      onClose();
      onSaved(id);
    },
  });
  const text = (form: FormData, name: string) => String(form.get(name) ?? '').trim();
  return (
    <FormDialog
      title={known ? 'Name and description' : 'New verification suite'}
      description={known ? undefined : 'Requests that clients make, and the answers known to be good.'}
      submit={known ? 'Save' : 'Make the suite'}
      act={act}
      onSubmit={(form) => act.run({ name: text(form, 'name'), description: text(form, 'description') })}
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
