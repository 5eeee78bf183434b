'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '@/components/api/api';
import { useAct } from '@/components/api/use-act';
import { datasetListQuery } from '@/components/datasets/queries';
import { Choice, ChoiceGroup } from '@/components/ui/choice';
import { useNow, useZone } from '@/components/ui/clock';
import { EmptyState } from '@/components/ui/empty-state';
import { FormDialog } from '@/components/ui/form-dialog';
import { Note } from '@/components/ui/note';
import { SkeletonRows } from '@/components/ui/skeleton';
import { TextAreaField } from '@/components/ui/text-field';
import { relativeOf, whenOf } from '@/components/ui/time-words';
import type { SnapshotView } from '@/lib/datasets/queries/views';
import { bytesInWords } from '@/lib/platform/rules/bytes';
import { formOnRun } from './act-on-run';
import { useRun } from './run-context';

/** Which copy the data is reloaded from. The gate looks at it when it is chosen; what it finds can be overridden. */
export function SnapshotDialog({ onClose }: { onClose: () => void }) {
  const run = useRun();
  const { service, snapshots } = run;
  const { data, isError } = useQuery(datasetListQuery(service.slug));
  const all = data?.items.flatMap((dataset) =>
    dataset.snapshots.map((one) => ({ ...one, dataset: dataset.name })),
  );
  const [picked, setPicked] = useState(snapshots[0]?.id ?? '');
  const [reason, setReason] = useState('');
  const [refused, setRefused] = useState(false);
  const act = useAct({
    ...formOnRun(run),
    call: ({ snapshotId, because }: { snapshotId: string; because: string }, { key }) => {
      const override = because ? { overrideReason: because } : {};
      return api('POST /runs/:ref/snapshot', { ref: run.ref, snapshotId, ...override }, { key });
    },
    missing: () => (picked ? [] : [{ field: 'snapshotId', message: 'Choose one of the snapshots.' }]),
    done: 'Snapshot chosen',
    onDone: onClose,
    onRefused: ({ fields }) => setRefused(refused || 'overrideReason' in fields),
  });
  return (
    <FormDialog
      title="Choose a snapshot"
      description="Whatever changed after it was taken is lost by the reload."
      submit={refused && reason.trim() ? 'Use it all the same' : 'Use this snapshot'}
      act={act}
      onSubmit={() => act.run({ snapshotId: picked, because: reason.trim() })}
      onClose={onClose}
    >
      {isError ? <Note tone="bad">The snapshots could not be read. Close this and try again.</Note> : null}
      {all === undefined && !isError ? <SkeletonRows rows={3} label="Reading the snapshots" /> : null}
      {all?.length === 0 ? (
        <EmptyState card={false} level={3} icon="snapshot" title="No snapshot is known">
          Nothing has reported one for {service.name} yet. Without one there is nothing to reload.
        </EmptyState>
      ) : null}
      {all && all.length > 0 ? (
        <ChoiceGroup {...act.field('snapshotId')} legend="Newest first">
          {all.map((one) => (
            <SnapshotChoice key={one.id} snapshot={one} checked={picked === one.id} onPick={setPicked} />
          ))}
        </ChoiceGroup>
      ) : null}
      {refused ? (
        <>
          <Note tone="warn">
            The gate did not let it through. It can be used all the same, with a reason.
          </Note>
          <TextAreaField
            {...act.field('overrideReason')}
            label="Why may it be used all the same?"
            rows={3}
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </>
      ) : null}
    </FormDialog>
  );
}

interface SnapshotChoiceProps {
  snapshot: SnapshotView & { dataset: string };
  checked: boolean;
  onPick: (id: string) => void;
}

function SnapshotChoice({ snapshot, checked, onPick }: SnapshotChoiceProps) {
  const zone = useZone();
  const now = useNow();
  const { id, takenAt, dataset, externalId, sizeBytes, whole, system, verifiedAt, missingAt } = snapshot;
  const unverified = verifiedAt ? '' : ', not looked at yet';
  const where = missingAt ? 'gone or damaged' : `on ${system}${unverified}`;
  const size = `${bytesInWords(sizeBytes)}${whole ? '' : ', not whole'}`;
  return (
    <Choice
      type="radio"
      name="snapshotId"
      label={`${whenOf(takenAt, { zone, now })}, ${relativeOf(takenAt, now)}`}
      description={`${dataset}, ${externalId}, ${size}, ${where}`}
      checked={checked}
      onChange={() => onPick(id)}
    />
  );
}
