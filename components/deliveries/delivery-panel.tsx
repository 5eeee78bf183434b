'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '@/components/api/api';
import { useAct } from '@/components/api/use-act';
import { Button } from '@/components/ui/button';
import { Card, CardHeader } from '@/components/ui/card';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { SkeletonRows } from '@/components/ui/skeleton';
import { deliveryLifecycle } from '@/lib/deliveries/lifecycle';
import type { DeliveryView } from '@/lib/deliveries/queries/views';
import { DeliveryAttempts } from './delivery-attempts';
import { DeliveryStateMark } from './delivery-state';
import { MailView } from './mail-view';
import { suppressWords } from './outbox-words';
import { deliveryQuery } from './queries';

interface DeliveryPanelProps {
  id: string;
  initial: DeliveryView | null;
  zone: string;
  mailServer: boolean;
}

/** One message: its tries, its text, and what a person can do about it. */
export function DeliveryPanel({ id, initial, zone, mailServer }: DeliveryPanelProps) {
  const { data } = useQuery({ ...deliveryQuery(id), ...(initial ? { initialData: initial } : {}) });
  if (!data) {
    return (
      <Card>
        <SkeletonRows rows={4} label="The message" />
      </Card>
    );
  }
  return (
    <Card>
      <CardHeader title={`To ${data.toName || data.to}`} actions={<DeliveryStateMark state={data.state} />} />
      {data.state === 'SUPPRESSED' ? (
        <p className="px-5 py-3 sm muted">{suppressWords(data.suppressReason)}.</p>
      ) : null}
      <DeliveryAttempts delivery={data} zone={zone} />
      <MailView delivery={data} zone={zone} />
      {data.mayAllowAddress ? <AllowAddress delivery={data} /> : null}
      <DeliveryActs delivery={data} mailServer={mailServer} />
    </Card>
  );
}

/** Nothing is sent to the address, and its owner said that they want mails after all. */
function AllowAddress({ delivery: { id, version } }: { delivery: DeliveryView }) {
  const allow = useAct({
    touches: ['delivery'],
    call: (_, { key }) => api('POST /deliveries/:id/allow-address', { id, version }, { key }),
    done: 'Mails go to this address again',
    refusal: 'toast',
  });
  return (
    <div className="px-5 pb-4.5">
      <p className="sm muted mb-2">Nothing is sent to this address. Ask its owner before you change that.</p>
      <Button size="sm" pending={allow.pending} onClick={() => void allow.run()}>
        Send to this address again
      </Button>
    </div>
  );
}

function DeliveryActs({ delivery, mailServer }: { delivery: DeliveryView; mailServer: boolean }) {
  const [asking, setAsking] = useState(false);
  const { id, version, state } = delivery;
  const open = state === 'PENDING' || deliveryLifecycle.canMove(state, 'RETRY');
  const touches = ['delivery'] as const;
  const retry = useAct({
    touches,
    call: (_, { key }) => api('POST /deliveries/:id/retry', { id, version }, { key }),
    done: 'It is tried now',
    refusal: 'toast',
  });
  const giveUp = useAct({
    touches,
    call: (_, { key }) => api('POST /deliveries/:id/give-up', { id, version }, { key }),
    onDone: () => setAsking(false),
  });
  if (!open) return null;
  return (
    <div className="flex flex-wrap gap-2 px-5 pb-4.5">
      {mailServer ? (
        <Button size="sm" variant="primary" pending={retry.pending} onClick={() => void retry.run()}>
          Try now
        </Button>
      ) : null}
      <Button size="sm" onClick={() => setAsking(true)}>
        Give up
      </Button>
      {asking ? (
        <ConfirmDialog
          title="Give up on this message?"
          confirmLabel="Give up"
          cancelLabel="Keep it"
          act={giveUp}
          onConfirm={giveUp.run}
          onClose={() => setAsking(false)}
        >
          {delivery.toName || delivery.to} will not get it. It stays in the outbox, under “Suppressed”.
        </ConfirmDialog>
      ) : null}
    </div>
  );
}
