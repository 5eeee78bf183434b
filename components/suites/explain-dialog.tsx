'use client';

import { api } from '@/components/api/api';
import { useAct } from '@/components/api/use-act';
import { FormDialog } from '@/components/ui/form-dialog';
import { TextAreaField } from '@/components/ui/text-field';

interface ExplainDialogProps {
  place: { suiteId: string; replayId: string; caseId: string };
  name: string;
  sentence: string;
  onClose: () => void;
}

/** Why a difference is as it should be; from then on it no longer keeps the suite from passing. */
export function ExplainDialog({ place, name, sentence, onClose }: ExplainDialogProps) {
  const act = useAct({
    touches: ['suite'],
    form: 'opened',
    call: (explanation: string, { key }) =>
      api(
        'PUT /suites/:suiteId/replays/:replayId/cases/:caseId/explanation',
        { ...place, explanation },
        { key },
      ),
    done: 'The difference is explained',
    onDone: onClose,
  });
  return (
    <FormDialog
      title="Explain the difference"
      description={`${name}: ${sentence}`}
      submit="Explain"
      act={act}
      onSubmit={(form) => act.run(String(form.get('explanation') ?? ''))}
      onClose={onClose}
    >
      <TextAreaField
        label="Why it is as it should be"
        {...act.field('explanation')}
        rows={3}
        hint="Stays with this result, under your name"
        placeholder="Added after the 03:00 snapshot."
      />
    </FormDialog>
  );
}
