import type { FieldOf } from '@/components/ui/act-state';
import { SelectField, TextAreaField, TextField } from '@/components/ui/text-field';
import { type ProbeChoice, probeChoices } from './probe-choice';

/** A check as it is typed. */
export interface CheckDraft {
  name: string;
  instruction: string;
  choice: ProbeChoice;
  address: string;
}

interface CheckFieldsProps {
  draft: CheckDraft;
  set: (change: Partial<CheckDraft>) => void;
  field: FieldOf;
  /** Whether how it is done stays as it is. */
  kept?: boolean;
}

/** What is checked, and how. */
export function CheckFields({ draft, set, field, kept = false }: CheckFieldsProps) {
  const kind = probeChoices.find((one) => one.value === draft.choice);
  return (
    <>
      <TextField
        label="What is checked"
        {...field('name')}
        value={draft.name}
        onChange={(event) => set({ name: event.target.value })}
        maxLength={160}
      />
      {kept ? null : (
        <SelectField
          label="How"
          {...field('how')}
          value={draft.choice}
          options={probeChoices}
          onChange={(event) => set({ choice: event.target.value as ProbeChoice })}
        />
      )}
      {kept || !kind?.address ? null : (
        <TextField
          label={kind.address}
          {...field('probe')}
          value={draft.address}
          onChange={(event) => set({ address: event.target.value })}
          hint={kind.hint}
        />
      )}
      <TextAreaField
        label="Instruction"
        {...field('instruction')}
        rows={3}
        value={draft.instruction}
        onChange={(event) => set({ instruction: event.target.value })}
        optional
        maxLength={2000}
      />
    </>
  );
}
