'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useMemberActs } from '@/components/console/member-acts';
import { Button } from '@/components/ui/button';
import type { RecoveryPlanRow } from '@/lib/runs/queries/plan-views';
import { StartLiveDialog } from './start-live-dialog';

/** A live run that no incident asks for: planned work, or the way back after one. */
export function StartLive({ plans }: { plans: readonly RecoveryPlanRow[] }) {
  const canStart = useMemberActs().includes('run.start');
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [first, ...rest] = plans.filter(({ published }) => published !== null);
  if (!canStart || !first) return null;
  return (
    <>
      <Button icon="swap" onClick={() => setOpen(true)}>
        Start a live run
      </Button>
      {open ? (
        <StartLiveDialog
          plans={[first, ...rest]}
          onStarted={(ref) => router.push(`/recovery/${ref}`)}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}
