'use client';

import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useRef, useState } from 'react';
import { errorsOf } from '@/components/api/call-api';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { ErrorSummary } from '@/components/ui/error-summary';
import { showToast } from '@/components/ui/show-toast';
import { SelectField, TextField } from '@/components/ui/text-field';
import { addResource } from './api';

/** Adds equipment or a vendor. People and teams are there by themselves. */
export function ResourceDialog({ onClose }: { onClose: () => void }) {
  const form = useId();
  const client = useQueryClient();
  const key = useRef(crypto.randomUUID());
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<unknown>(null);
  const { summary, fields } = errorsOf(refusal);
  const save = async (data: FormData): Promise<void> => {
    const text = (name: string) => String(data.get(name) ?? '').trim();
    const made = await addResource(
      {
        kind: text('kind') === 'VENDOR' ? 'VENDOR' : 'EQUIPMENT',
        name: text('name'),
        detail: text('detail'),
        site: text('site') || null,
        capacity: Number(text('capacity') || 1),
      },
      key.current,
    );
    showToast({ title: `${made.name} can be booked` });
    await client.invalidateQueries({ queryKey: ['resource'] });
    onClose();
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (pending) return;
    setPending(true);
    setRefusal(null);
    save(new FormData(event.currentTarget))
      .catch((error: unknown) => {
        key.current = crypto.randomUUID();
        setRefusal(error);
      })
      .finally(() => setPending(false));
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => (open || pending ? undefined : onClose())}
      title="Add equipment or a vendor"
      description="People and teams can be booked without being added here."
      size="sm"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={form} variant="primary" pending={pending}>
            Add
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={onSubmit} noValidate className="mt-4">
        {summary.length > 0 ? <ErrorSummary errors={summary} /> : null}
        <SelectField
          label="Kind"
          name="kind"
          options={[
            { value: 'EQUIPMENT', label: 'Equipment' },
            { value: 'VENDOR', label: 'Vendor' },
          ]}
        />
        <TextField label="Name" name="name" error={fields.name} />
        <TextField label="What it is good for" name="detail" optional error={fields.detail} />
        <TextField label="Place" name="site" optional error={fields.site} />
        <TextField
          label="How many"
          name="capacity"
          type="number"
          min={1}
          defaultValue={1}
          hint="Of the same kind, that can be booked side by side"
          error={fields.capacity}
        />
      </form>
    </Dialog>
  );
}
