'use client';

import { useState } from 'react';
import { useIncident } from '@/components/incidents/incident-context';
import { useNow, useZone } from '@/components/ui/clock';
import { Field } from '@/components/ui/field';
import { nextBody, nextDue, usualNext } from '@/components/updates/next-choices';
import { NextField } from '@/components/updates/next-field';
import type { Severity } from '@/lib/severity/schema';

/** The choice of the next update, what it comes to, and the body of the command. */
export function useNextChoice(severity: Severity) {
  const { settings } = useIncident();
  const moment = { now: useNow(), zone: useZone() };
  const [chosen, setChosen] = useState<string | null>(null);
  const value = chosen ?? usualNext(severity, settings);
  const dueAt = nextDue(value, settings, moment)?.toISOString() ?? null;
  return { value, setValue: setChosen, dueAt, body: nextBody(value, settings, moment) };
}

interface NextChoiceProps {
  label?: string | undefined;
  severity: Severity;
  choice: ReturnType<typeof useNextChoice>;
  error?: string | undefined;
}

export function NextChoiceField({ label = 'Next update', severity, choice, error }: NextChoiceProps) {
  const { settings } = useIncident();
  return (
    <Field name="next" label={label} error={error}>
      {(control) => (
        <NextField
          id={control.id}
          severity={severity}
          settings={settings}
          value={choice.value}
          onChange={choice.setValue}
          describedBy={control['aria-describedby']}
          invalid={control['aria-invalid']}
        />
      )}
    </Field>
  );
}
