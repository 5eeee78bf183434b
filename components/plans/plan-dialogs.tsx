'use client';

import { type FormEvent, useState } from 'react';
import { errorsOf } from '@/components/api/call-api';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Dialog } from '@/components/ui/dialog';
import { showToast } from '@/components/ui/show-toast';
import { TextField } from '@/components/ui/text-field';
import { archivePlan, discardDraft, renamePlan } from './api';
import { useEditor } from './editor-context';

export type WhichDialog = 'rename' | 'discard' | 'archive' | null;

/** What is done to a plan as a whole, each asked once more. */
export function PlanDialogs({ which, close }: { which: WhichDialog; close(): void }) {
  const { plan, act } = useEditor();
  const { id } = plan;
  const archive = async (): Promise<void> => {
    await act((version) => archivePlan({ id, version }, !plan.archived));
    showToast({ title: plan.archived ? `${plan.name} is back` : `${plan.name} archived` });
  };
  return (
    <>
      <RenameDialog open={which === 'rename'} close={close} />
      <ConfirmDialog
        open={which === 'discard'}
        onOpenChange={(open) => (open ? null : close())}
        title="Discard the draft?"
        confirmLabel="Discard the draft"
        cancelLabel="Keep it"
        onConfirm={() => act((version) => discardDraft({ id, version }))}
      >
        Everything that differs from version {plan.published?.number} is gone then. Runs are not touched.
      </ConfirmDialog>
      <ConfirmDialog
        open={which === 'archive'}
        onOpenChange={(open) => (open ? null : close())}
        title={plan.archived ? 'Bring the plan back?' : 'Archive the plan?'}
        confirmLabel={plan.archived ? 'Bring it back' : 'Archive the plan'}
        cancelLabel={plan.archived ? 'Leave it archived' : 'Keep it'}
        tone={plan.archived ? 'primary' : 'danger'}
        onConfirm={archive}
      >
        {plan.archived
          ? 'Runs can follow it again.'
          : 'No run can follow it any more. Its versions and runs stay readable.'}
      </ConfirmDialog>
    </>
  );
}

function RenameDialog({ open, close }: { open: boolean; close(): void }) {
  const { plan, act } = useEditor();
  const [refusal, setRefusal] = useState<unknown>(null);
  const [pending, setPending] = useState(false);
  const errors = errorsOf(refusal);
  const save = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('planName') ?? '');
    setPending(true);
    setRefusal(null);
    try {
      await act((version) => renamePlan({ id: plan.id, version }, name));
      close();
    } catch (error) {
      setRefusal(error);
    } finally {
      setPending(false);
    }
  };
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => (next ? null : close())}
      title="Rename the plan"
      description="The name counts at once, for all its versions."
      footer={
        <Button variant="primary" type="submit" form="rename-plan" pending={pending}>
          Rename
        </Button>
      }
    >
      <form id="rename-plan" onSubmit={(event) => void save(event)}>
        <TextField
          label="Name"
          name="planName"
          defaultValue={plan.name}
          maxLength={120}
          autoComplete="off"
          error={errors.fields.name ?? errors.summary[0]?.message}
        />
      </form>
    </Dialog>
  );
}
