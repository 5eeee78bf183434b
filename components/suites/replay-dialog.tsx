'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { showToast } from '@/components/ui/show-toast';
import { AddressField, addressOf } from './address-field';
import { startReplay } from './api';
import { FormDialog } from './form-dialog';

interface ReplayDialogProps {
  suite: { id: string; name: string; knownAddresses: string[] };
  onStarted: (replayId: string) => void;
  onClose: () => void;
}

/** Asks against which address the suite is replayed, and starts it. */
export function ReplayDialog({ suite, onStarted, onClose }: ReplayDialogProps) {
  const client = useQueryClient();
  const key = useRef(crypto.randomUUID());
  const save = async (form: FormData): Promise<void> => {
    const address = addressOf(form);
    const { id } = await startReplay(suite.id, address, key.current);
    showToast({ title: 'The suite is running', description: `Against ${address}` });
    await client.invalidateQueries({ queryKey: ['suite'] });
    onClose();
    onStarted(id);
  };
  return (
    <FormDialog
      title="Run against an address"
      description={`Asks every case of “${suite.name}” there, and compares with the newest baseline.`}
      submit="Run"
      save={save}
      onClose={onClose}
    >
      {(errorOf) => (
        <AddressField
          known={suite.knownAddresses}
          hint="Of the server itself, so that it can be proven before users reach it"
          {...errorOf('address')}
        />
      )}
    </FormDialog>
  );
}
