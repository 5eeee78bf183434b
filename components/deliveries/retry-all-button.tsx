'use client';

import { useState } from 'react';
import { api } from '@/components/api/api';
import { useAct } from '@/components/api/use-act';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import type { DeliveryListView } from '@/lib/deliveries/queries/views';
import { counted, plural } from '@/lib/language/words';

/** Tries everything again that was not delivered, for after a mail server was mended. */
export function RetryAllButton({ counts }: Pick<DeliveryListView, 'counts'>) {
  const [asking, setAsking] = useState(false);
  const act = useAct({
    touches: ['delivery'],
    call: (_, { key }) => api('POST /deliveries/retry', {}, { key }),
    done: (done) => `${counted(done.count, 'message')} ${plural(done.count, 'is', 'are')} tried now`,
    onDone: () => setAsking(false),
  });
  const count = counts.RETRY + counts.DEAD;
  const them = counted(count, 'message');
  return (
    <span className="sp">
      <Button size="sm" onClick={() => setAsking(true)}>
        Try all again
      </Button>
      {asking ? (
        <ConfirmDialog
          title={`Try ${them} again?`}
          tone="primary"
          confirmLabel="Try all again"
          cancelLabel="Not now"
          act={act}
          onConfirm={act.run}
          onClose={() => setAsking(false)}
        >
          People get what they have not got yet. An older update stays back where a newer one was sent.
        </ConfirmDialog>
      ) : null}
    </span>
  );
}
