'use client';

import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { api } from '@/components/api/api';
import { useAct } from '@/components/api/use-act';
import { useDraft } from '@/components/api/use-draft';
import type { FieldOf } from '@/components/ui/act-state';
import { Button } from '@/components/ui/button';
import { useNow, useZone } from '@/components/ui/clock';
import { Form } from '@/components/ui/form';
import { SelectField, TextField } from '@/components/ui/text-field';
import { clockOf } from '@/lib/language/time';
import { type Aspect, aspectLabel, aspectSchema } from '@/lib/resources/schema';
import { bookingRefusal, bookingTouches } from './booking-refusal';
import { BookingRefused } from './booking-refused';
import { bookingTimes } from './booking-times';
import { type ResourceChoice, ResourceSelect } from './resource-select';

const usualMs = 45 * 60_000;
const timeMissing = 'Write both times like 14:20.';

/** What is chosen for the person who opens the form. */
export interface AskGiven {
  resourceId?: string;
  aspect?: Aspect;
}

interface AskFormProps {
  /** The reference of the incident it is for. */
  incidentRef: string;
  choices: readonly ResourceChoice[];
  /** What the draft is of, where the incident is chosen in the form; left out: the incident. */
  about?: string;
  given?: AskGiven;
  onDone?: () => void;
  /** Fields above the others, such as the incident. */
  children?: ReactNode;
}

/** What is typed; a time that nobody typed is null, and follows the clock. */
interface Entered {
  resourceId: string;
  aspect: Aspect;
  from: string | null;
  until: string | null;
  note: string;
  /** Instead of the times: as long, from when it is free. */
  freeAt?: string;
}

function useAsk({ incidentRef, choices, about = incidentRef, given, onDone }: AskFormProps) {
  const zone = useZone();
  const now = useNow();
  const draft = useDraft<Entered>(`allocate:${about}`, {
    resourceId: '',
    aspect: 'SERVICES',
    from: null,
    until: null,
    note: '',
  });
  // What was just given is meant, whatever was chosen when the draft was left.
  const [meant, setMeant] = useState<AskGiven>(given ?? {});
  const entered = { ...draft.values, ...meant };
  const clocks = {
    from: entered.from ?? clockOf(now, zone),
    until: entered.until ?? clockOf(now + usualMs, zone),
  };
  const times = bookingTimes(clocks.from, clocks.until, zone, now);
  const lastsMs = times ? times.until.getTime() - times.from.getTime() : usualMs;

  const act = useAct({
    touches: bookingTouches,
    form: 'shown',
    draft,
    call: ({ from, until: _, note, freeAt, ...what }: Entered & { ref: string }, { key }) => {
      const start = freeAt ? new Date(freeAt) : from === null ? null : times?.from;
      const end = freeAt ? new Date(new Date(freeAt).getTime() + lastsMs) : times?.until;
      const body = {
        ...what,
        ...(start ? { from: start.toISOString() } : {}),
        until: (end ?? new Date(now + usualMs)).toISOString(),
        ...(note.trim() ? { note: note.trim() } : {}),
      };
      return api('POST /allocations', body, { key });
    },
    missing: ({ freeAt }) => (times || freeAt ? [] : [{ field: 'until', message: timeMissing }]),
    done: ({ state, resource: { name } }) =>
      state === 'REQUESTED' ? `${name} is asked` : `${name} is booked`,
    onDone: () => {
      setMeant({ aspect: entered.aspect });
      onDone?.();
    },
  });
  const set = (change: Partial<Entered>): void => {
    draft.set({ ...meant, ...change });
    setMeant({});
  };
  const ask = (more: Partial<Entered> = {}) => act.run({ ...entered, ...more, ref: incidentRef });
  const chosen = choices.find((choice) => choice.id === entered.resourceId);
  return { act, ask, entered, set, clocks, chosen };
}

/** Asks for a person, a team, a vendor or a thing, from a time until a time. */
export function AskForm(props: AskFormProps) {
  const select = useRef<HTMLSelectElement>(null);
  const { act, ask, entered, set, clocks, chosen } = useAsk(props);
  const refused = bookingRefusal(act.problem);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void ask();
  };
  return (
    <Form
      onSubmit={submit}
      className="res-ask"
      aria-label="Ask for a resource"
      errors={refused ? [] : act.errors}
    >
      {props.children}
      <ResourceSelect
        ref={select}
        choices={props.choices}
        value={entered.resourceId}
        onChange={(resourceId) => {
          act.clear();
          set({ resourceId });
        }}
        error={refused ? undefined : act.errorOf('resourceId')}
      />
      <AskTimes entered={entered} set={set} clocks={clocks} field={act.field} />
      {refused ? (
        <BookingRefused
          refused={refused}
          onBookLater={(freeAt) => void ask({ freeAt })}
          onWhoElse={() => {
            act.clear();
            select.current?.focus();
          }}
          pending={act.pending}
        />
      ) : (
        <Button type="submit" variant="primary" pending={act.pending}>
          {askLabel(chosen)}
        </Button>
      )}
    </Form>
  );
}

function askLabel(chosen: ResourceChoice | undefined): string {
  if (!chosen) return 'Ask';
  return chosen.kind === 'EQUIPMENT' ? `Book ${chosen.name}` : `Ask ${chosen.name}`;
}

interface AskTimesProps {
  entered: Entered;
  set: (change: Partial<Entered>) => void;
  clocks: { from: string; until: string };
  field: FieldOf;
}

function AskTimes({ entered, set, clocks, field }: AskTimesProps) {
  const clock = { inputMode: 'numeric', autoComplete: 'off', maxLength: 5 } as const;
  return (
    <>
      <SelectField
        {...field('aspect')}
        label="Aspect"
        value={entered.aspect}
        onChange={(event) => set({ aspect: event.target.value as Aspect })}
        options={aspectSchema.options.map((value) => ({ value, label: aspectLabel[value] }))}
      />
      <div className="grid grid-cols-2 gap-3">
        <TextField
          {...field('from')}
          {...clock}
          label="From"
          value={clocks.from}
          suppressHydrationWarning
          onChange={(event) => set({ from: event.target.value })}
        />
        <TextField
          {...field('until')}
          {...clock}
          label="Until"
          value={clocks.until}
          suppressHydrationWarning
          onChange={(event) => set({ until: event.target.value })}
        />
      </div>
      <TextField
        {...field('note')}
        label="What for"
        optional
        maxLength={500}
        value={entered.note}
        onChange={(event) => set({ note: event.target.value })}
      />
    </>
  );
}
