'use client';

import { api } from '@/components/api/api';
import { useAct } from '@/components/api/use-act';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { FormDialog } from '@/components/ui/form-dialog';
import { TextField } from '@/components/ui/text-field';
import { useEditor } from './editor-context';

export type WhichDialog = 'rename' | 'discard' | 'archive' | null;

/** What is done to a plan as a whole, each asked once more. */
export function PlanDialogs({ which, close }: { which: WhichDialog; close(): void }) {
  switch (which) {
    case 'rename':
      return <RenameDialog close={close} />;
    case 'discard':
      return <DiscardDialog close={close} />;
    case 'archive':
      return <ArchiveDialog close={close} />;
    default:
      return null;
  }
}

function DiscardDialog({ close }: { close(): void }) {
  const { plan, whenSaved } = useEditor();
  const act = useAct({
    touches: ['plan'],
    call: (_, { key }) => whenSaved(key, (at, of) => api('DELETE /plans/:id/draft', at, { key: of })),
    onDone: close,
  });
  return (
    <ConfirmDialog
      title="Discard the draft?"
      confirmLabel="Discard the draft"
      cancelLabel="Keep it"
      act={act}
      onConfirm={act.run}
      onClose={close}
    >
      Everything that differs from version {plan.published?.number} is gone then. Runs are not touched.
    </ConfirmDialog>
  );
}

function ArchiveDialog({ close }: { close(): void }) {
  const { plan, whenSaved } = useEditor();
  const act = useAct({
    touches: ['plan'],
    call: (archived: boolean, { key }) =>
      whenSaved(key, (at, of) => api('POST /plans/:id/archive', { ...at, archived }, { key: of })),
    done: (_, archived) => (archived ? `${plan.name} archived` : `${plan.name} is back`),
    onDone: close,
  });
  return (
    <ConfirmDialog
      title={plan.archived ? 'Bring the plan back?' : 'Archive the plan?'}
      confirmLabel={plan.archived ? 'Bring it back' : 'Archive the plan'}
      cancelLabel={plan.archived ? 'Leave it archived' : 'Keep it'}
      tone={plan.archived ? 'primary' : 'danger'}
      act={act}
      onConfirm={() => void act.run(!plan.archived)}
      onClose={close}
    >
      {plan.archived
        ? 'Runs can follow it again.'
        : 'No run can follow it any more. Its versions and runs stay readable.'}
    </ConfirmDialog>
  );
}

function RenameDialog({ close }: { close(): void }) {
  const { plan, whenSaved } = useEditor();
  const act = useAct({
    touches: ['plan'],
    form: 'shown',
    call: (name: string, { key }) =>
      whenSaved(key, (at, of) => api('PATCH /plans/:id', { ...at, name }, { key: of })),
    onDone: close,
  });
  return (
    <FormDialog
      title="Rename the plan"
      description="The name counts at once, for all its versions."
      submit="Rename"
      size="sm"
      act={act}
      onSubmit={(form) => act.run(String(form.get('name') ?? ''))}
      onClose={close}
    >
      <TextField
        label="Name"
        {...act.field('name')}
        defaultValue={plan.name}
        maxLength={120}
        autoComplete="off"
      />
    </FormDialog>
  );
}
