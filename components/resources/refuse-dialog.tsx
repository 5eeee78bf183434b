'use client';

import { type FormEvent, useId, useState } from 'react';
import { errorsOf } from '@/components/api/call-api';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { ErrorSummary } from '@/components/ui/error-summary';
import { showToast } from '@/components/ui/show-toast';
import { TextAreaField } from '@/components/ui/text-field';
import type { AllocationView } from '@/lib/resources/view-schema';
import { actOnAllocation } from './api';
import { useAllocationAct } from './use-allocation-act';

/** No, with the reason that who asked reads. */
export function RefuseDialog({ allocation, onClose }: { allocation: AllocationView; onClose: () => void }) {
  const form = useId();
  const [reason, setReason] = useState('');
  const { run, pending, refusal } = useAllocationAct();
  const { summary, fields } = errorsOf(refusal);
  const onSubmit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (pending || !(await run(() => actOnAllocation(allocation, 'refuse', { reason })))) return;
    showToast({ title: `${allocation.resource.name} refused` });
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => (open || pending ? undefined : onClose())}
      title="Refuse"
      description={`${allocation.resource.name} is free for others at once, and who asked reads the reason.`}
      size="sm"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={form} variant="primary" pending={pending}>
            Refuse
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={(event) => void onSubmit(event)} noValidate className="mt-4">
        {summary.length > 0 ? <ErrorSummary errors={summary} /> : null}
        <TextAreaField
          id="reason"
          name="reason"
          label="Reason"
          rows={3}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          error={fields.reason}
        />
      </form>
    </Dialog>
  );
}
