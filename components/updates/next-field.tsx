'use client';

import type { ComponentProps } from 'react';
import { useNow, useZone } from '@/components/ui/clock';
import { Select, TextInput } from '@/components/ui/text-input';
import type { Severity } from '@/lib/severity/schema';
import { type NextValue, nextChoices, nextDue, type PromiseSettings, setTimeAt } from './next-choices';

interface NextFieldProps {
  id: string;
  severity: Severity;
  settings: PromiseSettings;
  value: NextValue;
  onChange: (value: NextValue) => void;
  /** Wiring of the surrounding field. */
  describedBy?: string | undefined;
  invalid?: boolean | undefined;
}

/** When people hear next: the steps of the severity, or a time of one's own. */
export function NextField({ id, severity, settings, value, onChange, describedBy, invalid }: NextFieldProps) {
  const now = useNow();
  const zone = useZone();
  const moment = { now, zone };
  const choices = nextChoices(severity, settings, moment);
  const own = value.startsWith('at:');
  const known = own || choices.some((choice) => choice.value === value);
  const wiring = { 'aria-describedby': describedBy, 'aria-invalid': invalid ? true : undefined };
  const choose = (next: string): void => {
    const due = next === 'at' ? (nextDue(value, settings, moment) ?? new Date(now + 3_600_000)) : null;
    onChange(due ? setTimeAt(due, zone) : next);
  };
  return (
    <span className="upd-next">
      <Select
        id={id}
        value={own ? 'at' : value}
        onChange={(event) => choose(event.target.value)}
        {...wiring}
        suppressHydrationWarning
      >
        {known ? null : <option value={value}>Choose a time</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} suppressHydrationWarning>
            {choice.label}
          </option>
        ))}
        <option value="at">At a set time …</option>
      </Select>
      {own ? <SetTimeInput aria-label="Time of the next update" value={value} onChange={onChange} /> : null}
    </span>
  );
}

interface SetTimeInputProps extends Omit<ComponentProps<'input'>, 'onChange'> {
  value: NextValue;
  onChange: (value: NextValue) => void;
}

/** A time on the reader's wall; empty while something else is chosen. */
export function SetTimeInput({ value, onChange, ...control }: SetTimeInputProps) {
  const now = useNow();
  const zone = useZone();
  return (
    <TextInput
      {...control}
      type="datetime-local"
      value={value.startsWith('at:') ? value.slice(3) : ''}
      min={setTimeAt(new Date(now), zone).slice(3)}
      onChange={(event) => onChange(`at:${event.target.value}`)}
    />
  );
}
