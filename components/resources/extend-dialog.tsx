'use client';

import { type FormEvent, useId, useState } from 'react';
import { errorsOf } from '@/components/api/call-api';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { ErrorSummary } from '@/components/ui/error-summary';
import { showToast } from '@/components/ui/show-toast';
import { SelectField } from '@/components/ui/text-field';
import { Time } from '@/components/ui/time';
import type { AllocationView } from '@/lib/resources/view-schema';
import { actOnAllocation } from './api';
import { BookingRefused } from './booking-refused';
import { bookingRefusal, useAllocationAct } from './use-allocation-act';

const choices = [
  { value: '15', label: '15 min longer' },
  { value: '30', label: '30 min longer' },
  { value: '60', label: '1 h longer' },
  { value: '120', label: '2 h longer' },
  { value: '480', label: '8 h longer' },
];

/** Moves the expected end. Where the time belongs to somebody else, it says to whom. */
export function ExtendDialog({ allocation, onClose }: { allocation: AllocationView; onClose: () => void }) {
  const form = useId();
  const [minutes, setMinutes] = useState('30');
  const { run, pending, refusal, clear } = useAllocationAct();
  const refused = bookingRefusal(refusal);
  const { summary } = errorsOf(refused ? null : refusal);
  const onSubmit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const extend = () => actOnAllocation(allocation, 'extend', { minutes: Number(minutes) });
    if (pending || !(await run(extend))) return;
    showToast({ title: `${allocation.resource.name} is booked for longer` });
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => (open || pending ? undefined : onClose())}
      title={`Extend ${allocation.resource.name}`}
      description={
        <>
          Booked until <Time at={allocation.endsAt} show="datetime" />.
        </>
      }
      size="sm"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={form} variant="primary" pending={pending}>
            Extend
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={(event) => void onSubmit(event)} noValidate className="mt-4">
        {summary.length > 0 ? <ErrorSummary errors={summary} /> : null}
        <SelectField
          id="minutes"
          name="minutes"
          label="For"
          value={minutes}
          onChange={(event) => {
            clear();
            setMinutes(event.target.value);
          }}
          options={choices}
        />
        {refused ? <BookingRefused refused={refused} pending={pending} /> : null}
      </form>
    </Dialog>
  );
}
