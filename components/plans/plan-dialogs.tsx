'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { errorsOf } from '@/components/api/call-api';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Dialog } from '@/components/ui/dialog';
import { showToast } from '@/components/ui/show-toast';
import { TextField } from '@/components/ui/text-field';
import { archivePlan, discardDraft, planQuery, renamePlan } from './api';
import { useEditor } from './editor-context';

export type WhichDialog = 'rename' | 'discard' | 'archive' | null;

/** What is done to a plan as a whole, each asked once more. */
export function PlanDialogs({ which, close }: { which: WhichDialog; close(): void }) {
  const { plan, state } = useEditor();
  const client = useQueryClient();
  const router = useRouter();
  const ref = { id: plan.id, version: state.version };
  const refresh = () => client.invalidateQueries({ queryKey: planQuery(plan.id).queryKey });
  const archive = async (): Promise<void> => {
    await archivePlan(ref, !plan.archived);
    showToast({ title: plan.archived ? `${plan.name} is back` : `${plan.name} archived` });
    if (plan.archived) await refresh();
    else router.push(`/services/${plan.service.slug}/plans`);
  };
  return (
    <>
      <RenameDialog open={which === 'rename'} close={close} done={refresh} />
      <ConfirmDialog
        open={which === 'discard'}
        onOpenChange={(open) => (open ? null : close())}
        title="Discard the draft?"
        confirmLabel="Discard the draft"
        cancelLabel="Keep it"
        onConfirm={async () => {
          await discardDraft(ref);
          await refresh();
        }}
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

function RenameDialog({ open, close, done }: { open: boolean; close(): void; done(): Promise<unknown> }) {
  const { plan, state } = useEditor();
  const [refusal, setRefusal] = useState<unknown>(null);
  const [pending, setPending] = useState(false);
  const errors = errorsOf(refusal);
  const save = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('planName') ?? '');
    setPending(true);
    setRefusal(null);
    try {
      await renamePlan({ id: plan.id, version: state.version }, name);
      await done();
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
