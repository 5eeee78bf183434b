'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { showToast } from '@/components/ui/show-toast';
import type { AllocationView } from '@/lib/resources/view-schema';
import { actOnAllocation } from './api';
import { ExtendDialog } from './extend-dialog';
import { RefuseDialog } from './refuse-dialog';
import { useAllocationAct } from './use-allocation-act';

/** What can be done with a booking, by whoever looks at it. */
export function AnswerButtons({ allocation }: { allocation: AllocationView }) {
  const [open, setOpen] = useState<'refuse' | 'extend' | null>(null);
  const { run, pending, refusal } = useAllocationAct();
  const { acts, resource } = allocation;
  const may = (act: (typeof acts)[number]) => acts.includes(act);
  const act = async (verb: 'accept' | 'release', done: string): Promise<void> => {
    if (await run(() => actOnAllocation(allocation, verb))) showToast({ title: done });
  };
  const about = `${resource.name}, ${allocation.incident?.ref ?? allocation.run?.ref ?? ''}`;
  const back = allocation.state === 'REQUESTED' ? 'Take back' : 'Release';
  if (acts.length === 0) return null;
  return (
    <span className="res-acts">
      {may('accept') ? (
        <Button
          size="sm"
          variant="primary"
          pending={pending}
          aria-label={`Accept: ${about}`}
          onClick={() => void act('accept', `${resource.name} accepted`)}
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
          pending={pending}
          aria-label={`${back}: ${about}`}
          onClick={() => void act('release', `${resource.name} is released`)}
        >
          {back}
        </Button>
      ) : null}
      {refusal instanceof Error ? (
        <small role="alert" className="res-over">
          {refusal.message}
        </small>
      ) : null}
      {open === 'refuse' ? <RefuseDialog allocation={allocation} onClose={() => setOpen(null)} /> : null}
      {open === 'extend' ? <ExtendDialog allocation={allocation} onClose={() => setOpen(null)} /> : null}
    </span>
  );
}
