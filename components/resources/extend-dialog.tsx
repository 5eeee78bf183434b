'use client';

import { useState } from 'react';
import { api } from '@/components/api/api';
import { useAct } from '@/components/api/use-act';
import { FormDialog } from '@/components/ui/form-dialog';
import { SelectField } from '@/components/ui/text-field';
import { Time } from '@/components/ui/time';
import type { AllocationView } from '@/lib/resources/queries/views';
import { bookingRefusal, bookingTouches } from './booking-refusal';
import { BookingRefused } from './booking-refused';

const choices = [
  { value: '15', label: '15 min longer' },
  { value: '30', label: '30 min longer' },
  { value: '60', label: '1 h longer' },
  { value: '120', label: '2 h longer' },
  { value: '480', label: '8 h longer' },
];

/** Moves the expected end. Where the time belongs to somebody else, it says to whom. */
export function ExtendDialog({ allocation, onClose }: { allocation: AllocationView; onClose: () => void }) {
  const { id, resource } = allocation;
  const [minutes, setMinutes] = useState('30');
  const act = useAct({
    touches: bookingTouches,
    version: allocation.version,
    form: 'opened',
    call: (longer: number, { version, key }) =>
      api('POST /allocations/:allocationId/extend', { allocationId: id, version, minutes: longer }, { key }),
    done: `${resource.name} is booked for longer`,
    onDone: onClose,
  });
  const refused = bookingRefusal(act.problem);
  return (
    <FormDialog
      title={`Extend ${resource.name}`}
      description={
        <>
          Booked until <Time at={allocation.endsAt} show="datetime" />.
        </>
      }
      submit="Extend"
      size="sm"
      act={{ pending: act.pending, errors: refused ? [] : act.errors }}
      onSubmit={() => act.run(Number(minutes))}
      onClose={onClose}
    >
      <SelectField
        {...act.field('minutes')}
        label="For"
        value={minutes}
        onChange={(event) => {
          act.clear();
          setMinutes(event.target.value);
        }}
        options={choices}
      />
      {refused ? <BookingRefused refused={refused} pending={act.pending} /> : null}
    </FormDialog>
  );
}
