import { TextAreaField } from './text-field';

interface ReasonFieldProps {
  value: string;
  onChange: (reason: string) => void;
  label?: string | undefined;
  hint?: string | undefined;
  error?: string | undefined;
}

/** Why: it stays on the timeline. */
export function ReasonField({ value, onChange, label = 'Why?', hint, error }: ReasonFieldProps) {
  return (
    <TextAreaField
      name="reason"
      label={label}
      hint={hint}
      rows={3}
      maxLength={1000}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      error={error}
    />
  );
}

/** The refusal of an empty reason. */
export function missingReason(reason: string, message: string) {
  return reason.trim() ? [] : [{ field: 'reason', message }];
}
