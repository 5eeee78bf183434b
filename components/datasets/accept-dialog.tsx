'use client';

import { useState } from 'react';
import { api } from '@/components/api/api';
import { useAct } from '@/components/api/use-act';
import { FormDialog } from '@/components/ui/form-dialog';
import { TextAreaField } from '@/components/ui/text-field';
import type { DatasetView, SnapshotView } from '@/lib/datasets/queries/views';
import { bytesInWords } from '@/lib/platform/rules/bytes';

interface AcceptDialogProps {
  dataset: DatasetView;
  snapshot: SnapshotView;
  onClose: () => void;
}

/** Somebody knows that a snapshot is so small because there is less data. */
export function AcceptDialog({ dataset, snapshot, onClose }: AcceptDialogProps) {
  const [reason, setReason] = useState('');
  const act = useAct({
    touches: ['dataset'],
    form: 'opened',
    call: (why: string, { key }) =>
      api(
        'POST /datasets/:datasetId/snapshots/:snapshotId/accept',
        { datasetId: dataset.id, snapshotId: snapshot.id, reason: why },
        { key },
      ),
    missing: (why) =>
      why ? [] : [{ field: 'reason', message: 'Say how you know that this size is right.' }],
    done: 'The size is accepted',
    onDone: onClose,
  });
  return (
    <FormDialog
      title={`Is ${bytesInWords(snapshot.sizeBytes)} right for ${dataset.name}?`}
      description="It is far smaller than those before it. Accepted, it may be restored like any other, and those after it are judged by its size."
      submit="This size is right"
      cancel="Leave it"
      act={act}
      onSubmit={() => act.run(reason.trim())}
      onClose={onClose}
    >
      <TextAreaField
        {...act.field('reason')}
        label="How do you know?"
        rows={3}
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormDialog>
  );
}
