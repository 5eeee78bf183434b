'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { showToast } from '@/components/ui/show-toast';
import type { DeliveryListView } from '@/lib/deliveries/queries/views';
import { counted } from '@/lib/language/words';
import { retryAllDeliveries } from './api';

/** Tries everything again that was not delivered, for after a mail server was mended. */
export function RetryAllButton({ counts }: Pick<DeliveryListView, 'counts'>) {
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const count = counts.RETRY + counts.DEAD;
  const them = counted(count, 'message');
  return (
    <span className="sp">
      <Button size="sm" onClick={() => setAsking(true)}>
        Try all again
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={`Try ${them} again?`}
        tone="primary"
        confirmLabel="Try all again"
        cancelLabel="Not now"
        onConfirm={async () => {
          const done = await retryAllDeliveries();
          showToast({
            title: `${counted(done.count, 'message is', 'messages are')} tried now`,
          });
          await client.invalidateQueries({ queryKey: ['delivery'] });
        }}
      >
        People get what they have not got yet. An older update stays back where a newer one was sent.
      </ConfirmDialog>
    </span>
  );
}
