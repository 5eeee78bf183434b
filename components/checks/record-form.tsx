'use client';

import { type FormEvent, useState } from 'react';
import { api } from '@/components/api/api';
import { useAct } from '@/components/api/use-act';
import { Button } from '@/components/ui/button';
import { Form } from '@/components/ui/form';
import { MarkSvg } from '@/components/ui/mark-svg';
import { TextField } from '@/components/ui/text-field';
import type { CheckView } from '@/lib/checks/queries/views';
import type { CheckOutcome } from '@/lib/checks/schema';
import { Refusal } from './refusal';

type Choice = CheckOutcome | 'SKIP';

const choices: { choice: Choice; label: string; does: string; mark?: 'tick' | 'cross' }[] = [
  { choice: 'OK', label: 'OK', does: 'Record OK', mark: 'tick' },
  { choice: 'FAULT', label: 'Fault', does: 'Record fault', mark: 'cross' },
  { choice: 'UNCLEAR', label: 'Unclear', does: 'Record unclear' },
  { choice: 'SKIP', label: 'Skip', does: 'Skip the check' },
];
const markColour = { tick: 'st-operational', cross: 'st-major' } as const;

/** Four outcomes, and a line for what was seen. Enter records. */
export function RecordForm({ check, onDone }: { check: CheckView; onDone?: () => void }) {
  const [choice, setChoice] = useState<Choice | null>(null);
  const [note, setNote] = useState('');
  const act = useAct({
    touches: ['incident'],
    version: check.version,
    form: 'shown',
    call: (seen: { choice: Choice; note: string }, { version, key }) =>
      seen.choice === 'SKIP'
        ? api('POST /checks/:id/skip', { id: check.id, version, note: seen.note }, { key })
        : api(
            'POST /checks/:id/record',
            { id: check.id, version, outcome: seen.choice, note: seen.note },
            { key },
          ),
    onDone: () => {
      setNote('');
      stop();
    },
  });
  const chosen = choices.find((one) => one.choice === choice);
  const stop = (): void => {
    setChoice(null);
    act.clear();
    onDone?.();
  };
  const record = (event: FormEvent): void => {
    event.preventDefault();
    if (choice) void act.run({ choice, note });
  };
  return (
    <>
      <fieldset className="chk-rec" aria-label={`Record “${check.name}”`}>
        {choices.map((one) => (
          <button
            key={one.choice}
            type="button"
            aria-pressed={one.choice === choice}
            onClick={() => setChoice(one.choice === choice ? null : one.choice)}
          >
            {one.mark ? <MarkSvg shape={one.mark} className={markColour[one.mark]} /> : null}
            {one.label}
          </button>
        ))}
      </fieldset>
      {chosen ? (
        <Form noValidate={false} className="mt-2.5 grid gap-2" onSubmit={record}>
          <TextField
            {...act.field('note')}
            key={chosen.choice}
            label={chosen.choice === 'SKIP' ? 'Why it is left out' : 'What you saw'}
            value={note}
            onChange={(event) => setNote(event.target.value)}
            maxLength={2000}
            autoFocus
            required={chosen.choice === 'FAULT'}
            autoComplete="off"
            optional={chosen.choice !== 'FAULT'}
          />
          {act.errorOf('note') ? null : <Refusal act={act} />}
          <div className="row flex-wrap">
            <Button type="submit" variant="primary" size="sm" pending={act.pending}>
              {chosen.does}
            </Button>
            <Button size="sm" variant="quiet" onClick={stop}>
              Cancel
            </Button>
          </div>
        </Form>
      ) : null}
    </>
  );
}
