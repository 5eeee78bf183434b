import Link from 'next/link';
import { Button } from '@/components/ui/button';
import type { Column } from '@/components/ui/data-table';
import { Outcome } from '@/components/ui/outcome';
import { Time } from '@/components/ui/time';
import type { DatasetView, SnapshotView } from '@/lib/datasets/queries/views';
import { counted } from '@/lib/language/words';
import { bytesInWords } from '@/lib/platform/rules/bytes';
import { exactDuration, roundedDuration } from '@/lib/platform/rules/duration';
import { isolated } from '@/lib/platform/rules/isolate';

const newest = (dataset: DatasetView): SnapshotView | undefined => dataset.snapshots[0];

/** “every 5 min, keep 30 days” */
function retentionWords({ intervalMinutes, keepDays }: DatasetView): string {
  const often = intervalMinutes === null ? 'on every change' : `every ${exactDuration(intervalMinutes * 60)}`;
  if (keepDays === null) return often;
  return `${often}, keep ${counted(keepDays, 'day')}`;
}

/** “4 min of 15 min” */
function ageOfRpo({ ageSeconds, rpoMinutes }: DatasetView): string {
  if (ageSeconds === null) return '–';
  if (rpoMinutes === null) return `${roundedDuration(ageSeconds)}, no RPO`;
  return `${roundedDuration(ageSeconds)} of ${exactDuration(rpoMinutes * 60)}`;
}

function VerifiedCell({ snapshot }: { snapshot: SnapshotView }) {
  if (snapshot.missingAt) return <Outcome kind="bad">gone or damaged</Outcome>;
  if (snapshot.verifiedAt) return <Outcome kind="ok">checksum matched</Outcome>;
  return <Outcome kind="todo">not looked at yet</Outcome>;
}

interface Acts {
  /** Opens the form of a dataset; none for readers who may not. */
  edit: ((dataset: DatasetView) => void) | null;
  /** Asks whether the size of its newest snapshot is right; none for readers who may not say so. */
  accept: ((dataset: DatasetView) => void) | null;
}

export function datasetColumns({ edit, accept }: Acts): Column<DatasetView>[] {
  const columns: Column<DatasetView>[] = [
    {
      key: 'name',
      header: 'Dataset',
      cell: (dataset) => (
        <>
          <span className="mono">{dataset.name}</span>
          <small>{retentionWords(dataset)}</small>
        </>
      ),
    },
    {
      key: 'newest',
      header: 'Newest',
      cell: (dataset) => {
        const snapshot = newest(dataset);
        if (!snapshot) return 'none';
        return (
          <>
            <Time at={snapshot.takenAt} show="auto" />
            <small>
              <Time at={snapshot.takenAt} show="relative" />
            </small>
          </>
        );
      },
    },
    { key: 'age', header: 'Age of RPO', align: 'num', cell: ageOfRpo },
    {
      key: 'size',
      header: 'Size',
      hideBelow: 'sm',
      cell: (dataset) => <Size dataset={dataset} accept={accept} />,
    },
    {
      key: 'where',
      header: 'Where',
      hideBelow: 'sm',
      cell: (dataset) => {
        const snapshot = newest(dataset);
        if (!snapshot) return dataset.location;
        return (
          <>
            <span className="mono">{snapshot.system}</span>
            <small>
              <VerifiedCell snapshot={snapshot} />
            </small>
          </>
        );
      },
    },
    {
      key: 'restored',
      header: 'Last restored',
      hideBelow: 'md',
      cell: (dataset) => <Restored dataset={dataset} />,
    },
  ];
  if (!edit) return columns;
  const cell = (dataset: DatasetView) => (
    <Button variant="quiet" onClick={() => edit(dataset)} aria-label={`Edit ${dataset.name}`}>
      Edit
    </Button>
  );
  return [...columns, { key: 'edit', header: <span className="sr">Edit</span>, cell }];
}

function Size({ dataset, accept }: { dataset: DatasetView; accept: Acts['accept'] }) {
  const snapshot = newest(dataset);
  if (!snapshot) return '–';
  const { sizeBytes, whole, complete, short, accepted } = snapshot;
  return (
    <>
      {bytesInWords(sizeBytes)}
      {whole ? null : (
        <small>
          <Outcome kind="bad">not whole</Outcome>
        </small>
      )}
      {accepted ? (
        <small>
          {accepted.by?.name ?? 'Somebody'} says that it is right: {isolated(accepted.reason)}
        </small>
      ) : null}
      {accept && complete && short && sizeBytes > 0 ? (
        <Button size="sm" variant="quiet" onClick={() => accept(dataset)}>
          This size is right …
        </Button>
      ) : null}
    </>
  );
}

function Restored({ dataset }: { dataset: DatasetView }) {
  const { lastRestored } = dataset;
  if (!lastRestored) return 'never';
  return (
    <>
      <Time at={lastRestored.at} show="date" />
      <small>
        <Link href={`/recovery/${lastRestored.ref}`}>{lastRestored.ref}</Link>
      </small>
    </>
  );
}
