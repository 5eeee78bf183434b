'use client';

import { useId, useRef } from 'react';
import { useFormSave } from '@/components/members/use-form-save';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { ErrorSummary } from '@/components/ui/error-summary';
import { SelectField, TextField } from '@/components/ui/text-field';
import {
  type EndpointMode,
  type EndpointSecretView,
  type EndpointView,
  endpointModeLabel,
  endpointModeSchema,
} from '@/lib/automation/schema';
import { createEndpoint, editEndpoint } from './api';

export interface ServiceOption {
  id: string;
  name: string;
}

interface EndpointDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Null for a new one. */
  endpoint: EndpointView | null;
  services: ServiceOption[];
  /** With the secret when the endpoint is new. */
  onSaved: (name: string, made: EndpointSecretView | null) => Promise<void>;
}

function fieldsOf(form: FormData) {
  return {
    name: String(form.get('name') ?? ''),
    url: String(form.get('url') ?? ''),
    serviceId: String(form.get('serviceId') ?? '') || null,
    timeoutSeconds: Number(form.get('timeoutSeconds') ?? 30),
  };
}

export function EndpointDialog({ open, onOpenChange, endpoint, services, onSaved }: EndpointDialogProps) {
  const formId = useId();
  const key = useRef(crypto.randomUUID());
  const { onSubmit, pending, summary, errorOf, clear } = useFormSave(async (form) => {
    const fields = fieldsOf(form);
    const mode = String(form.get('mode') ?? 'LIVE') as EndpointMode;
    const made = endpoint ? null : await createEndpoint({ ...fields, mode }, key.current);
    if (endpoint) await editEndpoint(endpoint, fields, key.current);
    key.current = crypto.randomUUID();
    onOpenChange(false);
    await onSaved(fields.name, made);
  });
  const change = (next: boolean): void => {
    clear();
    onOpenChange(next);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={change}
      size="md"
      title={endpoint ? 'Change the endpoint' : 'Add an endpoint'}
      description="Automated steps of a plan call it with a signed request."
      footer={
        <>
          <Button onClick={() => change(false)}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" pending={pending}>
            {endpoint ? 'Save' : 'Add the endpoint'}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={onSubmit} noValidate className="mt-4">
        {summary.length > 0 ? <ErrorSummary errors={summary} /> : null}
        <TextField
          label="Name"
          name="name"
          autoComplete="off"
          defaultValue={endpoint?.name}
          {...errorOf('name')}
        />
        <TextField
          label="Address"
          name="url"
          type="url"
          autoComplete="off"
          hint="Live runs and drills each need one of their own"
          defaultValue={endpoint?.url}
          {...errorOf('url')}
        />
        {endpoint ? null : (
          <SelectField
            label="Called by"
            name="mode"
            hint="This can not be changed later"
            options={endpointModeSchema.options.map((mode) => ({
              value: mode,
              label: endpointModeLabel[mode],
            }))}
            {...errorOf('mode')}
          />
        )}
        <SelectField
          label="Service"
          name="serviceId"
          defaultValue={endpoint?.service?.id ?? ''}
          options={[
            { value: '', label: 'Any service' },
            ...services.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          {...errorOf('serviceId')}
        />
        <TextField
          label="Seconds to wait for its answer"
          name="timeoutSeconds"
          type="number"
          min={1}
          max={600}
          defaultValue={endpoint?.timeoutSeconds ?? 30}
          {...errorOf('timeoutSeconds')}
        />
      </form>
    </Dialog>
  );
}
