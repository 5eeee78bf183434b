'use client';

import { useState } from 'react';
import { api } from '@/components/api/api';
import { useAct } from '@/components/api/use-act';
import { FormDialog } from '@/components/ui/form-dialog';
import { TextAreaField } from '@/components/ui/text-field';
import type { AllocationView } from '@/lib/resources/queries/views';
import { bookingTouches } from './booking-refusal';

/** No, with the reason that who asked reads. */
export function RefuseDialog({ allocation, onClose }: { allocation: AllocationView; onClose: () => void }) {
  const { id, resource } = allocation;
  const [reason, setReason] = useState('');
  const act = useAct({
    touches: bookingTouches,
    version: allocation.version,
    form: 'opened',
    call: (why: string, { version, key }) =>
      api('POST /allocations/:allocationId/refuse', { allocationId: id, version, reason: why }, { key }),
    done: `${resource.name} refused`,
    onDone: onClose,
  });
  return (
    <FormDialog
      title="Refuse"
      description={`${resource.name} is free for others at once, and who asked reads the reason.`}
      submit="Refuse"
      size="sm"
      act={act}
      onSubmit={() => act.run(reason)}
      onClose={onClose}
    >
      <TextAreaField
        {...act.field('reason')}
        label="Reason"
        rows={3}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormDialog>
  );
}
