'use client';

import { api } from '@/components/api/api';
import { useAct } from '@/components/api/use-act';
import { FormDialog } from '@/components/ui/form-dialog';
import { AddressField, addressOf } from './address-field';

interface ReplayDialogProps {
  suite: { id: string; name: string; knownAddresses: string[] };
  onStarted: (replayId: string) => void;
  onClose: () => void;
}

/** Asks against which address the suite is replayed, and starts it. */
export function ReplayDialog({ suite, onStarted, onClose }: ReplayDialogProps) {
  const act = useAct({
    touches: ['suite'],
    form: 'opened',
    call: (address: string, { key }) =>
      api('POST /suites/:suiteId/replays', { suiteId: suite.id, address }, { key }),
    done: (_, address) => ({ title: 'The suite is running', description: `Against ${address}` }),
    onDone: ({ id }) => {
      onClose();
      onStarted(id);
    },
  });
  return (
    <FormDialog
      title="Run against an address"
      description={`Asks every case of “${suite.name}” there, and compares with the newest baseline.`}
      submit="Run"
      act={act}
      onSubmit={(form) => act.run(addressOf(form))}
      onClose={onClose}
    >
      <AddressField
        known={suite.knownAddresses}
        hint="Of the server itself, so that it can be proven before users reach it"
        error={act.errorOf('address')}
      />
    </FormDialog>
  );
}
