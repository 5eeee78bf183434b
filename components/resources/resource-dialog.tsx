'use client';

import { api, type Input } from '@/components/api/api';
import { useAct } from '@/components/api/use-act';
import { FormDialog } from '@/components/ui/form-dialog';
import { SelectField, TextField } from '@/components/ui/text-field';

function inputOf(form: FormData): Input<'POST /resources'> {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  return {
    kind: text('kind') === 'VENDOR' ? 'VENDOR' : 'EQUIPMENT',
    name: text('name'),
    detail: text('detail'),
    site: text('site') || null,
    capacity: Number(text('capacity') || 1),
  };
}

/** Adds equipment or a vendor. People and teams are there by themselves. */
export function ResourceDialog({ onClose }: { onClose: () => void }) {
  const act = useAct({
    touches: ['resource'],
    form: 'opened',
    call: (input: Input<'POST /resources'>, { key }) => api('POST /resources', input, { key }),
    done: ({ name }) => `${name} can be booked`,
    onDone: onClose,
  });
  return (
    <FormDialog
      title="Add equipment or a vendor"
      description="People and teams can be booked without being added here."
      submit="Add"
      size="sm"
      act={act}
      onSubmit={(form) => act.run(inputOf(form))}
      onClose={onClose}
    >
      <SelectField
        label="Kind"
        name="kind"
        options={[
          { value: 'EQUIPMENT', label: 'Equipment' },
          { value: 'VENDOR', label: 'Vendor' },
        ]}
      />
      <TextField label="Name" {...act.field('name')} />
      <TextField label="What it is good for" {...act.field('detail')} optional />
      <TextField label="Place" {...act.field('site')} optional />
      <TextField
        label="How many"
        {...act.field('capacity')}
        type="number"
        min={1}
        defaultValue={1}
        hint="Of the same kind, that can be booked side by side"
      />
    </FormDialog>
  );
}
