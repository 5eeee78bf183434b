'use client';

import { useState } from 'react';
import { api } from '@/components/api/api';
import { useAct } from '@/components/api/use-act';
import { Button } from '@/components/ui/button';
import { FormDialog } from '@/components/ui/form-dialog';
import { Note } from '@/components/ui/note';
import { TextAreaField } from '@/components/ui/text-field';
import type { ConsoleFrame } from '@/lib/home/queries/views';
import { type SettleableConcern, settleableConcernSchema } from '@/lib/home/schema';
import { isolated } from '@/lib/platform/rules/isolate';

/** What somebody has to set right; one that may be none is settled with a reason. */
export function ConcernNote({
  concern: { name, says, settlement },
}: {
  concern: ConsoleFrame['concerns'][number];
}) {
  const [settling, settle] = useState(false);
  const settleable = settleableConcernSchema.safeParse(name).data;
  const action = settleable ? (
    <Button size="sm" icon="check" onClick={() => settle(true)}>
      Settle
    </Button>
  ) : undefined;
  return (
    <>
      <Note tone="warn" action={action}>
        {says}
        {settlement ? ` It was settled before: “${isolated(settlement)}”` : null}
      </Note>
      {settling && settleable ? (
        <SettleDialog name={settleable} says={says} onClose={() => settle(false)} />
      ) : null}
    </>
  );
}

interface SettleDialogProps {
  name: SettleableConcern;
  says: string;
  onClose: () => void;
}

function SettleDialog({ name, says, onClose }: SettleDialogProps) {
  const [why, setWhy] = useState('');
  const act = useAct({
    touches: ['home'],
    form: 'opened',
    call: (written: string, { key }) =>
      api('POST /health/concerns/settle', { name, says, why: written }, { key }),
    onDone: onClose,
  });
  return (
    <FormDialog
      title="Has nothing to be done?"
      description={says}
      submit="Settle it"
      act={act}
      onSubmit={() => act.run(why.trim())}
      onClose={onClose}
    >
      <TextAreaField
        label="Why?"
        hint="Nobody is told of this for a month, and then with what you say. Another one is told. That you settled it is in the log."
        {...act.field('why')}
        rows={3}
        maxLength={1_000}
        value={why}
        onChange={(event) => setWhy(event.target.value)}
      />
    </FormDialog>
  );
}
