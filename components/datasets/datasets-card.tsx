'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMemberActs } from '@/components/console/member-acts';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card, CardHeader } from '@/components/ui/card';
import { DataTable } from '@/components/ui/data-table';
import { Note } from '@/components/ui/note';
import type { DatasetView } from '@/lib/datasets/queries/views';
import { AcceptDialog } from './accept-dialog';
import { datasetColumns } from './dataset-columns';
import { DatasetDialog } from './dataset-dialog';
import { datasetListQuery } from './queries';

interface DatasetsCardProps {
  service: { id: string; slug: string };
  initial: { items: DatasetView[] };
}

type Editing = DatasetView | 'new' | null;

const worst = ['NONE', 'OVER_RPO', 'OVERDUE', 'WITHIN'] as const;
const badges = {
  WITHIN: <Badge tone="good">Within RPO</Badge>,
  OVERDUE: <Badge tone="caution">Overdue</Badge>,
  OVER_RPO: <Badge tone="bad">Older than RPO</Badge>,
  NONE: <Badge tone="bad">No snapshot</Badge>,
};

/** What of a service is backed up, with the newest snapshot of each against what may be lost. */
export function DatasetsCard({ service, initial }: DatasetsCardProps) {
  const acts = useMemberActs();
  const canEdit = acts.includes('dataset.edit');
  const { data } = useQuery({ ...datasetListQuery(service.slug), initialData: initial });
  const [editing, setEditing] = useState<Editing>(null);
  const [accepting, setAccepting] = useState<DatasetView | null>(null);
  const { items } = data;
  const state = worst.find((one) => items.some((dataset) => dataset.state === one));
  const weak = items.flatMap((dataset) => [
    ...(dataset.state === 'WITHIN' ? [] : [dataset.sentence]),
    // An overdue one is said with its age already.
    ...dataset.findings.filter((sentence) => !/overdue|older than/.test(sentence)),
  ]);
  return (
    <Card>
      <CardHeader
        title="Datasets and newest snapshots"
        actions={
          <>
            {state ? badges[state] : null}
            {canEdit ? (
              <Button size="sm" icon="plus" onClick={() => setEditing('new')}>
                Add a dataset
              </Button>
            ) : null}
          </>
        }
      />
      {weak.length > 0 ? (
        <div className="pad stack">
          {weak.map((sentence) => (
            <Note key={sentence} tone="warn">
              {sentence}
            </Note>
          ))}
        </div>
      ) : null}
      <DataTable
        label="Datasets"
        columns={datasetColumns({
          edit: canEdit ? setEditing : null,
          accept: acts.includes('dataset.acceptSnapshot') ? setAccepting : null,
        })}
        rows={items}
        rowKey={(dataset) => dataset.id}
        empty={
          <p className="pad muted">
            No dataset is listed, so nothing is known about backups of this service. Add one, and let whatever
            takes the snapshots report each of them.
          </p>
        }
      />
      {accepting?.snapshots[0] ? (
        <AcceptDialog
          dataset={accepting}
          snapshot={accepting.snapshots[0]}
          onClose={() => setAccepting(null)}
        />
      ) : null}
      {editing ? (
        <DatasetDialog
          service={service}
          dataset={editing === 'new' ? null : (items.find(({ id }) => id === editing.id) ?? editing)}
          onClose={() => setEditing(null)}
        />
      ) : null}
    </Card>
  );
}
