import type { Ref } from 'react';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/text-input';
import type { IncidentAllocationsView } from '@/lib/resources/queries/views';
import type { ResourceKind } from '@/lib/resources/schema';

export type ResourceChoice = IncidentAllocationsView['choices'][number];

const groups: [kind: ResourceKind, label: string][] = [
  ['PERSON', 'People'],
  ['TEAM', 'Teams'],
  ['VENDOR', 'Vendors'],
  ['EQUIPMENT', 'Equipment'],
];

interface ResourceSelectProps {
  ref: Ref<HTMLSelectElement>;
  choices: readonly ResourceChoice[];
  value: string;
  onChange: (id: string) => void;
  error: string | undefined;
}

/** Whom and what can be booked, by kind. */
export function ResourceSelect({ ref, choices, value, onChange, error }: ResourceSelectProps) {
  return (
    <Field name="resourceId" label="Who or what" error={error}>
      {(control) => (
        <Select {...control} ref={ref} value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="" disabled>
            Choose …
          </option>
          {groups.map(([kind, label]) => {
            const own = choices.filter((one) => one.kind === kind);
            return own.length === 0 ? null : (
              <optgroup key={kind} label={label}>
                {own.map((one) => (
                  <option key={one.id} value={one.id}>
                    {one.detail ? `${one.name}: ${one.detail}` : one.name}
                  </option>
                ))}
              </optgroup>
            );
          })}
        </Select>
      )}
    </Field>
  );
}
