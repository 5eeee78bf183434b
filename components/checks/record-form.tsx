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

interface RecordFormProps {
  check: CheckView;
  /** Whether an outcome is chosen: then what is being written stays, whatever somebody else records. */
  onChosen: (chosen: boolean) => void;
}

/** Four outcomes, and a line for what was seen. Enter records. */
export function RecordForm({ check, onChosen }: RecordFormProps) {
  const [chosen, setChosen] = useState<(typeof choices)[number] | null>(null);
  const choose = (one: (typeof choices)[number] | null): void => {
    setChosen(one);
    onChosen(one !== null);
  };
  return (
    <>
      <fieldset className="chk-rec" aria-label={`Record “${check.name}”`}>
        {choices.map((one) => (
          <button
            key={one.choice}
            type="button"
            aria-pressed={one === chosen}
            onClick={() => choose(one === chosen ? null : one)}
          >
            {one.mark ? <MarkSvg shape={one.mark} className={markColour[one.mark]} /> : null}
            {one.label}
          </button>
        ))}
      </fieldset>
      {chosen ? <NoteForm check={check} {...chosen} onDone={() => choose(null)} /> : null}
    </>
  );
}

interface NoteFormProps {
  check: CheckView;
  choice: Choice;
  does: string;
  onDone: () => void;
}

function NoteForm({ check, choice, does, onDone }: NoteFormProps) {
  const [note, setNote] = useState('');
  const act = useAct({
    touches: ['incident'],
    version: check.version,
    form: 'opened',
    call: (seen: { choice: Choice; note: string }, { version, key }) =>
      seen.choice === 'SKIP'
        ? api('POST /checks/:id/skip', { id: check.id, version, note: seen.note }, { key })
        : api(
            'POST /checks/:id/record',
            { id: check.id, version, outcome: seen.choice, note: seen.note },
            { key },
          ),
    onDone,
  });
  const record = (event: FormEvent): void => {
    event.preventDefault();
    void act.run({ choice, note });
  };
  return (
    <Form noValidate={false} className="mt-2.5 grid gap-2" onSubmit={record}>
      <TextField
        {...act.field('note')}
        key={choice}
        label={choice === 'SKIP' ? 'Why it is left out' : 'What you saw'}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        maxLength={2000}
        autoFocus
        required={choice === 'FAULT'}
        autoComplete="off"
        optional={choice !== 'FAULT'}
      />
      {act.errorOf('note') ? null : <Refusal act={act} />}
      <div className="row flex-wrap">
        <Button type="submit" variant="primary" size="sm" pending={act.pending}>
          {does}
        </Button>
        <Button size="sm" variant="quiet" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </Form>
  );
}
