'use client';

import { api } from '@/components/api/api';
import { type Entered, entered } from '@/components/api/entered';
import { useAct } from '@/components/api/use-act';
import { eitherAct, type FieldOf } from '@/components/ui/act-state';
import { Button } from '@/components/ui/button';
import { FormDialog } from '@/components/ui/form-dialog';
import { TextField } from '@/components/ui/text-field';
import type { DatasetView } from '@/lib/datasets/queries/views';
import { datasetFieldLabel } from '@/lib/datasets/schema';

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
  const common = {
    touches: ['service'],
    version: dataset?.version,
    form: 'opened',
    onDone: onClose,
  } as const;
  const save = useAct({
    ...common,
    call: ({ said, changed }: Entered<ReturnType<typeof inputOf>>, { version, key }) =>
      dataset
        ? api('PATCH /datasets/:id', { ...changed, id: dataset.id, version }, { key })
        : api('POST /datasets', { ...said, serviceId: service.id }, { key }),
    done: (_, { said: { name } }) => (dataset ? `${name} saved` : `${name} added`),
  });
  const archive = useAct({
    ...common,
    call: ({ id }: DatasetView, { version, key }) =>
      api('POST /datasets/:id/archive', { id, version }, { key }),
    done: (_, { name }) => `${name} archived`,
  });
  const act = eitherAct(save, archive);
  return (
    <FormDialog
      title={dataset ? `Edit ${dataset.name}` : 'Add a dataset'}
      description="Data that is backed up. Whatever takes its snapshots reports each of them with an API key."
      submit={dataset ? 'Save' : 'Add'}
      size="sm"
      act={act}
      onSubmit={(form, opened) => save.run(entered(inputOf, form, opened))}
      onClose={onClose}
      aside={
        dataset ? (
          <Button variant="danger" pending={act.pending} onClick={() => void archive.run(dataset)}>
            Archive
          </Button>
        ) : null
      }
    >
      <Fields dataset={dataset} field={save.field} />
      {dataset ? <Heartbeat id={dataset.id} /> : null}
    </FormDialog>
  );
}

function Fields({ dataset, field }: { dataset: DatasetView | null; field: FieldOf }) {
  const number = (name: 'intervalMinutes' | 'rpoMinutes' | 'keepDays') => ({
    ...field(name),
    type: 'number',
    min: 1,
    defaultValue: dataset?.[name] ?? '',
  });
  return (
    <>
      <TextField label={datasetFieldLabel.name} {...field('name')} defaultValue={dataset?.name} />
      <TextField
        label="A snapshot every … minutes"
        optional
        hint="Leave it empty when one is taken on every change"
        {...number('intervalMinutes')}
      />
      <TextField label="RPO: at most … minutes may be lost" optional {...number('rpoMinutes')} />
      <TextField
        label={datasetFieldLabel.system}
        {...field('system')}
        hint="Snapshots kept on the same one are said to be unsafe"
        defaultValue={dataset?.system}
      />
      <TextField label={datasetFieldLabel.location} {...field('location')} defaultValue={dataset?.location} />
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
