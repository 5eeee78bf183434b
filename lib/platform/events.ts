import { z } from 'zod';
import { oncePerProcess } from './once-per-process';

export interface EventSubjectRef {
  kind: string;
  id: string;
}

/** A fact to be recorded: ids, enums, numbers and times only, never a name, an address or a text of somebody. */
export interface EventDraft {
  type: string;
  v: number;
  data: Record<string, unknown>;
  subjects: EventSubjectRef[];
  /** When it happened, if earlier than its recording. */
  occurredAt?: Date;
  /** Of a run's events: the run's own. Otherwise that of the context. */
  mode?: 'LIVE' | 'DRILL';
}

/** A recorded event as read back: data in the newest version of its type. */
export interface StoredEvent {
  id: string;
  type: string;
  v: number;
  data: Record<string, unknown>;
  mode: 'LIVE' | 'DRILL';
  actorKind: string;
  actorId: string | null;
  requestId: string | null;
  occurredAt: Date;
  recordedAt: Date;
  subjects: EventSubjectRef[];
  position: bigint | null;
}

type Upcast = (data: Record<string, unknown>) => Record<string, unknown>;

interface EventType {
  type: string;
  v: number;
  schema: z.ZodType;
  /** From version n to n + 1, by n. */
  upcasts: Record<number, Upcast>;
}

const registry = oncePerProcess('event types', () => new Map<string, EventType>());

interface Definition<S extends z.ZodType> {
  v?: number;
  data: S;
  subjects: (data: z.output<S>) => EventSubjectRef[];
  upcasts?: Record<number, Upcast>;
}

export interface EventConstructor<S extends z.ZodType> {
  (data: z.input<S>, at?: { occurredAt?: Date }): EventDraft;
  readonly type: string;
  /** Narrows a stored event of this type and gives its data typed. */
  read(event: Pick<StoredEvent, 'type' | 'data'>): z.output<S> | null;
}

/**
 * Defines one type of event, `<noun>.<past tense>`, and returns its constructor.
 * Old versions are brought up to date on reading by `upcasts[n]`, from version n to n + 1.
 */
export function eventType<S extends z.ZodType>(type: string, definition: Definition<S>): EventConstructor<S> {
  const v = definition.v ?? 1;
  registry().set(type, { type, v, schema: definition.data, upcasts: definition.upcasts ?? {} });
  const construct = (data: z.input<S>, at: { occurredAt?: Date } = {}): EventDraft => {
    const parsed = definition.data.parse(data) as Record<string, unknown>;
    const draft: EventDraft = { type, v, data: parsed, subjects: definition.subjects(parsed as z.output<S>) };
    if (at.occurredAt) draft.occurredAt = at.occurredAt;
    return draft;
  };
  const read = (event: Pick<StoredEvent, 'type' | 'data'>) =>
    event.type === type ? (definition.data.parse(event.data) as z.output<S>) : null;
  return Object.assign(construct, { type, read });
}

/** The newest version of a stored event's data. Types that are not known here are passed as they are. */
export function upcastEvent(event: StoredEvent): StoredEvent {
  const known = registry().get(event.type);
  if (!known) return event;
  let { data, v } = event;
  while (v < known.v) {
    const step = known.upcasts[v];
    if (!step) throw new Error(`Event ${event.type} version ${v} has no way to version ${known.v}.`);
    data = step(data);
    v += 1;
  }
  return { ...event, v, data: known.schema.parse(data) as Record<string, unknown> };
}

export function eventTypes(): EventType[] {
  return [...registry().values()].sort((a, b) => a.type.localeCompare(b.type));
}

/** For data of events: an id, and an instant as ISO text. */
export const eventId = z.uuid();
export const eventInstant = z.iso.datetime({ offset: true });
