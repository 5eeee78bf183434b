'use client';

import { useState } from 'react';
import { api } from '@/components/api/api';
import { useAct } from '@/components/api/use-act';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import type { SubscriberRow } from '@/lib/subscribers/queries/views';

/** For somebody who asks us to stop, instead of following the link in a mail. */
export function EndSubscription({ subscriber }: { subscriber: SubscriberRow }) {
  const [asking, setAsking] = useState(false);
  const act = useAct({
    touches: ['subscriber'],
    call: (_, { key }) => api('DELETE /subscribers/:subscriberId', { subscriberId: subscriber.id }, { key }),
    onDone: () => setAsking(false),
  });
  return (
    <>
      <Button
        size="sm"
        variant="quiet"
        aria-label={`Unsubscribe ${subscriber.address}`}
        onClick={() => setAsking(true)}
      >
        Unsubscribe
      </Button>
      {asking ? (
        <ConfirmDialog
          title={`Unsubscribe ${subscriber.address}?`}
          confirmLabel="Unsubscribe"
          cancelLabel="Keep it"
          act={act}
          onConfirm={act.run}
          onClose={() => setAsking(false)}
        >
          Nothing more is sent to this address. Its owner can subscribe again, and has to confirm again.
        </ConfirmDialog>
      ) : null}
    </>
  );
}
