'use client';

import { api } from '@/components/api/api';
import { type Entered, entered } from '@/components/api/entered';
import { useAct } from '@/components/api/use-act';
import { FormDialog } from '@/components/ui/form-dialog';
import { SelectField, TextField } from '@/components/ui/text-field';
import type { EndpointView } from '@/lib/automation/queries/views';
import { type EndpointMode, endpointModeLabel, endpointModeSchema } from '@/lib/automation/schema';

export interface ServiceOption {
  id: string;
  name: string;
}

interface EndpointDialogProps {
  /** Null for a new one. */
  endpoint: EndpointView | null;
  services: ServiceOption[];
  /** With the secret, when the endpoint is new. */
  onMade: (made: { name: string; secret: string | null }) => void;
  onClose: () => void;
}

function fieldsOf(form: FormData) {
  return {
    name: String(form.get('name') ?? ''),
    url: String(form.get('url') ?? ''),
    serviceId: String(form.get('serviceId') ?? '') || null,
    timeoutSeconds: Number(form.get('timeoutSeconds') ?? 30),
    mode: String(form.get('mode') ?? 'LIVE') as EndpointMode,
  };
}

export function EndpointDialog({ endpoint, services, onMade, onClose }: EndpointDialogProps) {
  const act = useAct({
    touches: ['automation'],
    version: endpoint?.version,
    form: 'opened',
    call: async ({ said, changed }: Entered<ReturnType<typeof fieldsOf>>, { version, key }) => {
      if (!endpoint) return await api('POST /automation/endpoints', said, { key });
      const { mode: _, ...fields } = changed;
      await api('PATCH /automation/endpoints/:id', { id: endpoint.id, version, ...fields }, { key });
      return null;
    },
    done: (made, { said: { name } }) => (made ? `“${name}” is added` : `“${name}” is saved`),
    onDone: (made, { said: { name } }) => {
      onClose();
      if (made) onMade({ name, secret: made.secret });
    },
  });
  return (
    <FormDialog
      title={endpoint ? 'Change the endpoint' : 'Add an endpoint'}
      description="Automated steps of a plan call it with a signed request."
      submit={endpoint ? 'Save' : 'Add the endpoint'}
      act={act}
      onSubmit={(form, opened) => act.run(entered(fieldsOf, form, opened))}
      onClose={onClose}
    >
      <TextField {...act.field('name')} label="Name" autoComplete="off" defaultValue={endpoint?.name} />
      <TextField
        {...act.field('url')}
        label="Address"
        type="url"
        autoComplete="off"
        hint="Live runs and drills each need one of their own"
        defaultValue={endpoint?.url}
      />
      {endpoint ? null : (
        <SelectField
          {...act.field('mode')}
          label="Called by"
          hint="This can not be changed later"
          options={endpointModeSchema.options.map((mode) => ({
            value: mode,
            label: endpointModeLabel[mode],
          }))}
        />
      )}
      <SelectField
        {...act.field('serviceId')}
        label="Service"
        defaultValue={endpoint?.service?.id ?? ''}
        options={[
          { value: '', label: 'Any service' },
          ...services.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <TextField
        {...act.field('timeoutSeconds')}
        label="Seconds to wait for its answer"
        type="number"
        min={1}
        max={600}
        defaultValue={endpoint?.timeoutSeconds ?? 30}
      />
    </FormDialog>
  );
}
