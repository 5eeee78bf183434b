'use client';

import { Card, CardHeader } from '@/components/ui/card';
import { FieldGroup } from '@/components/ui/field';
import { TextAreaField, TextField } from '@/components/ui/text-field';
import type { OfficeHours } from '@/lib/settings/schema';

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

interface OfficeHoursProps {
  hours: OfficeHours;
  zone: string;
  canChange: boolean;
  onChange: (hours: OfficeHours) => void;
  errorOf: (path: string) => string | undefined;
}

const linesOf = (text: string) => text.split(/[\s,]+/).filter(Boolean);

export function OfficeHoursCard({ hours, zone, canChange, onChange, errorOf }: OfficeHoursProps) {
  const toggle = (day: number): void => {
    const chosen = hours.days.includes(day) ? hours.days.filter((one) => one !== day) : [...hours.days, day];
    onChange({ ...hours, days: chosen.sort((a, b) => a - b) });
  };
  return (
    <Card>
      <CardHeader title="Office hours" meta={`in ${zone}, the time zone of the organisation`} />
      <div className="oh">
        <FieldGroup name="officeHours.days" legend="Days" error={errorOf('officeHours.days')}>
          <div className="days">
            {days.map((name, index) => (
              <label key={name}>
                <input
                  type="checkbox"
                  aria-label={name}
                  disabled={!canChange}
                  checked={hours.days.includes(index + 1)}
                  onChange={() => toggle(index + 1)}
                />
                {name.charAt(0)}
              </label>
            ))}
          </div>
        </FieldGroup>
        <div className="row items-start">
          <TextField
            label="From"
            name="officeHours.from"
            disabled={!canChange}
            value={hours.from}
            onChange={(event) => onChange({ ...hours, from: event.target.value })}
            error={errorOf('officeHours.from')}
          />
          <TextField
            label="Until"
            name="officeHours.to"
            disabled={!canChange}
            value={hours.to}
            onChange={(event) => onChange({ ...hours, to: event.target.value })}
            error={errorOf('officeHours.to')}
          />
        </div>
        <TextAreaField
          label="Holidays"
          name="officeHours.holidays"
          optional
          hint="One day a line: 2026-12-25"
          disabled={!canChange}
          defaultValue={hours.holidays.join('\n')}
          onChange={(event) => onChange({ ...hours, holidays: linesOf(event.target.value) })}
          error={errorOf('officeHours.holidays')}
        />
      </div>
    </Card>
  );
}
