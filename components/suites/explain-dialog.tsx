'use client';

import { useQueryClient } from '@tanstack/react-query';
import { showToast } from '@/components/ui/show-toast';
import { TextAreaField } from '@/components/ui/text-field';
import { explainDifference } from './api';
import { FormDialog } from './form-dialog';

interface ExplainDialogProps {
  place: { suiteId: string; replayId: string; caseId: string };
  name: string;
  sentence: string;
  onClose: () => void;
}

/** Why a difference is as it should be; from then on it no longer keeps the suite from passing. */
export function ExplainDialog({ place, name, sentence, onClose }: ExplainDialogProps) {
  const client = useQueryClient();
  const save = async (form: FormData): Promise<void> => {
    await explainDifference(place, String(form.get('explanation') ?? ''));
    showToast({ title: 'The difference is explained' });
    await client.invalidateQueries({ queryKey: ['suite'] });
    onClose();
  };
  return (
    <FormDialog
      title="Explain the difference"
      description={`${name}: ${sentence}`}
      submit="Explain"
      save={save}
      onClose={onClose}
    >
      {(errorOf) => (
        <TextAreaField
          label="Why it is as it should be"
          name="explanation"
          rows={3}
          hint="Stays with this result, under your name"
          placeholder="Added after the 03:00 snapshot."
          {...errorOf('explanation')}
        />
      )}
    </FormDialog>
  );
}
