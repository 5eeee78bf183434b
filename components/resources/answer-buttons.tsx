'use client';

import { useState } from 'react';
import { api } from '@/components/api/api';
import { useAct } from '@/components/api/use-act';
import { Button } from '@/components/ui/button';
import type { AllocationView } from '@/lib/resources/queries/views';
import { bookingTouches } from './booking-refusal';
import { ExtendDialog } from './extend-dialog';
import { RefuseDialog } from './refuse-dialog';

/** What can be done with a booking, by whoever looks at it. */
export function AnswerButtons({ allocation }: { allocation: AllocationView }) {
  const [open, setOpen] = useState<'refuse' | 'extend' | null>(null);
  const { id, acts, resource } = allocation;
  const act = useAct({
    touches: bookingTouches,
    version: allocation.version,
    call: (verb: 'accept' | 'release', { version, key }) =>
      api(`POST /allocations/:allocationId/${verb}`, { allocationId: id, version }, { key }),
    done: (_, verb) => (verb === 'accept' ? `${resource.name} accepted` : `${resource.name} is released`),
  });
  const may = (verb: (typeof acts)[number]) => acts.includes(verb);
  const about = `${resource.name}, ${allocation.incident?.ref ?? allocation.run?.ref ?? ''}`;
  const back = allocation.state === 'REQUESTED' ? 'Take back' : 'Release';
  // Whoever writes why is not interrupted by somebody else's answer.
  if (acts.length === 0 && !open) return null;
  return (
    <span className="res-acts">
      {may('accept') ? (
        <Button
          size="sm"
          variant="primary"
          pending={act.pending}
          aria-label={`Accept: ${about}`}
          onClick={() => void act.run('accept')}
        >
          Accept
        </Button>
      ) : null}
      {may('refuse') ? (
        <Button size="sm" aria-label={`Refuse: ${about}`} onClick={() => setOpen('refuse')}>
          Refuse
        </Button>
      ) : null}
      {may('extend') ? (
        <Button size="sm" aria-label={`Extend: ${about}`} onClick={() => setOpen('extend')}>
          Extend
        </Button>
      ) : null}
      {may('release') && !may('accept') ? (
        <Button
          size="sm"
          pending={act.pending}
          aria-label={`${back}: ${about}`}
          onClick={() => void act.run('release')}
        >
          {back}
        </Button>
      ) : null}
      {act.errors[0] ? (
        <small role="alert" className="res-over">
          {act.errors[0].message}
        </small>
      ) : null}
      {open === 'refuse' ? <RefuseDialog allocation={allocation} onClose={() => setOpen(null)} /> : null}
      {open === 'extend' ? <ExtendDialog allocation={allocation} onClose={() => setOpen(null)} /> : null}
    </span>
  );
}
