'use client';

import { type FormEvent, type ReactNode, useId, useRef, useState } from 'react';
import { errorsOf } from '@/components/api/call-api';
import { Button } from '@/components/ui/button';
import { useNow, useZone } from '@/components/ui/clock';
import { ErrorSummary } from '@/components/ui/error-summary';
import { showToast } from '@/components/ui/show-toast';
import { SelectField, TextField } from '@/components/ui/text-field';
import { clockOf } from '@/components/ui/time-words';
import { type Aspect, aspectLabel, aspectSchema } from '@/lib/resources/schema';
import { askFor } from './api';
import { BookingRefused } from './booking-refused';
import { bookingTimes } from './booking-times';
import { type ResourceChoice, ResourceSelect } from './resource-select';
import { bookingRefusal, useAllocationAct } from './use-allocation-act';

const usualMs = 45 * 60_000;
const timeMissing = 'Write both times like 14:20.';

export interface AskDraft {
  resourceId?: string;
  aspect?: Aspect;
}

interface AskFormProps {
  /** The reference of the incident it is for. */
  incidentRef: string;
  choices: readonly ResourceChoice[];
  draft?: AskDraft;
  onDone?: () => void;
  /** Fields above the others, such as the incident. */
  children?: ReactNode;
}

function useAsk({ incidentRef, choices, draft, onDone }: AskFormProps) {
  const zone = useZone();
  const now = useNow();
  const act = useAllocationAct();
  const key = useRef(crypto.randomUUID());
  const [resourceId, setResourceId] = useState(draft?.resourceId ?? '');
  const [aspect, setAspect] = useState<Aspect>(draft?.aspect ?? 'SERVICES');
  const [from, setFrom] = useState<string | null>(null);
  const [until, setUntil] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [noTime, setNoTime] = useState(false);
  const fromClock = from ?? clockOf(now, zone);
  const untilClock = until ?? clockOf(now + usualMs, zone);

  const send = async (times: { from?: string; until: string }): Promise<void> => {
    const asked = {
      resourceId,
      ref: incidentRef,
      aspect,
      ...times,
      ...(note.trim() ? { note: note.trim() } : {}),
    };
    const done = await act.run(async () => {
      const made = await askFor(asked, key.current).finally(() => {
        key.current = crypto.randomUUID();
      });
      const { name } = made.resource;
      showToast({ title: made.state === 'REQUESTED' ? `${name} is asked` : `${name} is booked` });
    });
    if (!done) return;
    setResourceId('');
    setFrom(null);
    setUntil(null);
    setNote('');
    onDone?.();
  };
  const submit = (): void => {
    const times = bookingTimes(fromClock, untilClock, zone, Date.now());
    setNoTime(times === null);
    if (!times) return;
    const end = times.until.toISOString();
    void send(from === null ? { until: end } : { from: times.from.toISOString(), until: end });
  };
  /** For as long as was asked, from the time that is free. */
  const later = (freeAt: string): void => {
    const times = bookingTimes(fromClock, untilClock, zone, Date.now());
    const long = times ? times.until.getTime() - times.from.getTime() : usualMs;
    void send({ from: freeAt, until: new Date(new Date(freeAt).getTime() + long).toISOString() });
  };
  const chosen = choices.find(({ id }) => id === resourceId);
  return {
    ...act,
    submit,
    noTime,
    later,
    chosen,
    fields: {
      resourceId,
      setResourceId,
      aspect,
      setAspect,
      fromClock,
      setFrom,
      untilClock,
      setUntil,
      note,
      setNote,
    },
  };
}

/** Asks for a person, a team, a vendor or a thing, from a time until a time. */
export function AskForm(props: AskFormProps) {
  const id = useId();
  const { submit, later, noTime, chosen, fields, pending, refusal, clear } = useAsk(props);
  const refused = bookingRefusal(refusal);
  const answered = errorsOf(refused ? null : refusal);
  const summary = noTime ? [{ field: 'until', message: timeMissing }] : answered.summary;
  const errors = noTime ? { until: timeMissing } : answered.fields;
  const idOf: Record<string, string> = { resourceId: `${id}-who`, from: `${id}-from`, until: `${id}-until` };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (!pending) submit();
  };
  return (
    <form onSubmit={onSubmit} noValidate className="res-ask" aria-label="Ask for a resource">
      {summary.length > 0 ? (
        <ErrorSummary
          errors={summary.map(({ field, message }) =>
            field && idOf[field] ? { field: idOf[field], message } : { message },
          )}
        />
      ) : null}
      {props.children}
      <ResourceSelect
        id={`${id}-who`}
        choices={props.choices}
        value={fields.resourceId}
        onChange={(value) => {
          clear();
          fields.setResourceId(value);
        }}
        error={errors.resourceId}
      />
      <AskTimes id={id} fields={fields} errors={errors} />
      {refused ? (
        <BookingRefused
          refused={refused}
          onBookLater={later}
          onWhoElse={() => {
            clear();
            document.getElementById(`${id}-who`)?.focus();
          }}
          pending={pending}
        />
      ) : (
        <Button type="submit" variant="primary" pending={pending}>
          {askLabel(chosen)}
        </Button>
      )}
    </form>
  );
}

function askLabel(chosen: ResourceChoice | undefined): string {
  if (!chosen) return 'Ask';
  return chosen.kind === 'EQUIPMENT' ? `Book ${chosen.name}` : `Ask ${chosen.name}`;
}

interface AskTimesProps {
  id: string;
  fields: ReturnType<typeof useAsk>['fields'];
  errors: Record<string, string>;
}

function AskTimes({ id, fields, errors }: AskTimesProps) {
  return (
    <>
      <SelectField
        id={`${id}-aspect`}
        name="aspect"
        label="Aspect"
        value={fields.aspect}
        onChange={(event) => fields.setAspect(event.target.value as Aspect)}
        options={aspectSchema.options.map((value) => ({ value, label: aspectLabel[value] }))}
        error={errors.aspect}
      />
      <div className="res-pair">
        <TextField
          id={`${id}-from`}
          name="from"
          label="From"
          inputMode="numeric"
          autoComplete="off"
          maxLength={5}
          value={fields.fromClock}
          suppressHydrationWarning
          onChange={(event) => fields.setFrom(event.target.value)}
          error={errors.from}
        />
        <TextField
          id={`${id}-until`}
          name="until"
          label="Until"
          inputMode="numeric"
          autoComplete="off"
          maxLength={5}
          value={fields.untilClock}
          suppressHydrationWarning
          onChange={(event) => fields.setUntil(event.target.value)}
          error={errors.until}
        />
      </div>
      <TextField
        id={`${id}-note`}
        name="note"
        label="What for"
        optional
        maxLength={500}
        value={fields.note}
        onChange={(event) => fields.setNote(event.target.value)}
        error={errors.note}
      />
    </>
  );
}
