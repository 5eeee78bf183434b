'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import type { SubscriberRow } from '@/lib/subscribers/queries/views';
import { endSubscription } from './api';

/** For somebody who asks us to stop, instead of following the link in a mail. */
export function EndSubscription({ subscriber }: { subscriber: SubscriberRow }) {
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
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
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={`Unsubscribe ${subscriber.address}?`}
        confirmLabel="Unsubscribe"
        cancelLabel="Keep it"
        onConfirm={async () => {
          await endSubscription(subscriber.id);
          await client.invalidateQueries({ queryKey: ['subscriber'] });
        }}
      >
        Nothing more is sent to this address. Its owner can subscribe again, and has to confirm again.
      </ConfirmDialog>
    </>
  );
}
