'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { showToast } from '@/components/ui/show-toast';
import { TextAreaField, TextField } from '@/components/ui/text-field';
import { saveSuite } from './api';
import { FormDialog } from './form-dialog';

interface SuiteDialogProps {
  /** A suite to rename, or the service of a new one. */
  suite: { id: string; version: number; name: string; description: string } | { serviceId: string };
  onSaved: (suiteId: string) => void;
  onClose: () => void;
}

/** Name and description of a suite. */
export function SuiteDialog({ suite, onSaved, onClose }: SuiteDialogProps) {
  const client = useQueryClient();
  const key = useRef(crypto.randomUUID());
  const known = 'id' in suite ? suite : null;
  const save = async (form: FormData): Promise<void> => {
    const name = String(form.get('name') ?? '');
    const input = { name, description: String(form.get('description') ?? '') };
    const saved = await saveSuite(suite, input, key.current);
    showToast({ title: `“${name.trim()}” is saved` });
    await client.invalidateQueries({ queryKey: ['suite'] });
    onClose();
    onSaved(saved.id);
  };
  return (
    <FormDialog
      title={known ? 'Name and description' : 'New verification suite'}
      description={known ? undefined : 'Requests that clients make, and the answers known to be good.'}
      submit={known ? 'Save' : 'Make the suite'}
      save={save}
      onClose={onClose}
    >
      {(errorOf) => (
        <>
          <TextField
            label="Name"
            name="name"
            hint="What its users do, like “What customers do”"
            defaultValue={known?.name ?? ''}
            {...errorOf('name')}
          />
          <TextAreaField
            label="Description"
            name="description"
            optional
            rows={3}
            defaultValue={known?.description ?? ''}
            {...errorOf('description')}
          />
        </>
      )}
    </FormDialog>
  );
}
