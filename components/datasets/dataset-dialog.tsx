'use client';

import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useRef, useState } from 'react';
import { errorsOf } from '@/components/api/call-api';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { ErrorSummary } from '@/components/ui/error-summary';
import { showToast } from '@/components/ui/show-toast';
import { TextField } from '@/components/ui/text-field';
import type { DatasetView } from '@/lib/datasets/schema';
import { addDataset, archiveDataset, saveDataset } from './api';

interface DatasetDialogProps {
  service: { id: string; slug: string };
  /** The one to edit; none adds one. */
  dataset: DatasetView | null;
  onClose: () => void;
}

function inputOf(data: FormData) {
  const text = (name: string) => String(data.get(name) ?? '').trim();
  const number = (name: string) => (text(name) === '' ? null : Number(text(name)));
  return {
    name: text('name'),
    intervalMinutes: number('intervalMinutes'),
    rpoMinutes: number('rpoMinutes'),
    system: text('system'),
    location: text('location'),
    keepDays: number('keepDays'),
  };
}

/** Adds or edits a dataset, or takes it off the service. */
export function DatasetDialog({ service, dataset, onClose }: DatasetDialogProps) {
  const form = useId();
  const client = useQueryClient();
  const key = useRef(crypto.randomUUID());
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<unknown>(null);
  const act = (work: () => Promise<string>): void => {
    if (pending) return;
    setPending(true);
    setRefusal(null);
    work()
      .then(async (title) => {
        showToast({ title });
        await client.invalidateQueries({ queryKey: ['service', service.slug] });
        onClose();
      })
      .catch((error: unknown) => {
        key.current = crypto.randomUUID();
        setRefusal(error);
      })
      .finally(() => setPending(false));
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const input = inputOf(new FormData(event.currentTarget));
    act(async () => {
      if (dataset) await saveDataset(dataset, input);
      else await addDataset({ ...input, serviceId: service.id }, key.current);
      return dataset ? `${input.name} saved` : `${input.name} added`;
    });
  };
  const archive = (gone: DatasetView): void =>
    act(async () => {
      await archiveDataset(gone);
      return `${gone.name} archived`;
    });
  return (
    <Dialog
      open
      onOpenChange={(open) => (open || pending ? undefined : onClose())}
      title={dataset ? `Edit ${dataset.name}` : 'Add a dataset'}
      description="Data that is backed up. Whatever takes its snapshots reports each of them with an API key."
      size="sm"
      footer={
        <>
          {dataset ? (
            <Button variant="danger" pending={pending} onClick={() => archive(dataset)}>
              Archive
            </Button>
          ) : null}
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={form} variant="primary" pending={pending}>
            {dataset ? 'Save' : 'Add'}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={onSubmit} noValidate className="mt-4">
        <Fields dataset={dataset} refusal={refusal} />
        {dataset ? <Heartbeat id={dataset.id} /> : null}
      </form>
    </Dialog>
  );
}

function Fields({ dataset, refusal }: { dataset: DatasetView | null; refusal: unknown }) {
  const { summary, fields } = errorsOf(refusal);
  const number = (name: 'intervalMinutes' | 'rpoMinutes' | 'keepDays') => ({
    name,
    type: 'number',
    min: 1,
    defaultValue: dataset?.[name] ?? '',
    error: fields[name],
  });
  return (
    <>
      {summary.length > 0 ? <ErrorSummary errors={summary} /> : null}
      <TextField label="Name" name="name" defaultValue={dataset?.name} error={fields.name} />
      <TextField
        label="A snapshot every … minutes"
        optional
        hint="Leave it empty when one is taken on every change"
        {...number('intervalMinutes')}
      />
      <TextField label="RPO: at most … minutes may be lost" optional {...number('rpoMinutes')} />
      <TextField
        label="System that the data lives on"
        name="system"
        hint="Snapshots kept on the same one are said to be unsafe"
        defaultValue={dataset?.system}
        error={fields.system}
      />
      <TextField
        label="Where its snapshots are kept"
        name="location"
        defaultValue={dataset?.location}
        error={fields.location}
      />
      <TextField label="They are kept for … days" optional {...number('keepDays')} />
    </>
  );
}

function Heartbeat({ id }: { id: string }) {
  return (
    <p className="muted sm">
      Snapshots are reported to <code className="mono break-all">POST /api/v1/datasets/{id}/snapshots</code>{' '}
      with externalId, takenAt, sizeBytes, checksum (sha256:…), system and location.
    </p>
  );
}
