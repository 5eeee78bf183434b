import { z } from 'zod';
import { oncePerProcess } from '@/lib/platform/process/once-per-process';
import { isolatedIn } from '@/lib/platform/rules/isolate';

/** What a row is, and which. */
export interface Ref {
  kind: string;
  id: string;
}

/** What an event is about; `version`: that it brought this row to, where it did. */
export interface EventSubject extends Ref {
  version?: number;
}

/** The name or the reference of a row; null for one that has none, or is gone. */
export type Names = (kind: string, id: string) => string | null;

/** A fact to be recorded: ids, enums, numbers and times only, never a name, an address or a text of somebody. */
export interface EventDraft {
  type: string;
  v: number;
  data: Record<string, unknown>;
  subjects: Ref[];
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
  subjects: EventSubject[];
  position: bigint | null;
}

type Upcast = (data: Record<string, unknown>) => Record<string, unknown>;

/** Where an event stands on the timeline of its incident. */
export interface TimelinePlace<D = never> {
  as: 'EVENT' | 'NOTE' | 'UPDATE' | 'REPORT' | 'DECISION' | 'RECOVERY' | 'CLOCK';
  /** Users saw it too: always, or when its data are these. */
  public?: true | Partial<D>;
  /** Somebody decided. */
  decision?: true;
  /** Whether this one is news. */
  when?: (data: D) => boolean;
}

interface Definition<T extends z.ZodRawShape, D> {
  v?: number;
  /** The shape of its data; ids are written as `ref('member')`, so that they can be named. */
  data: T;
  /** The keys of the ids that it is about; of those that are null there is nothing to be about. */
  subjects: readonly RefKey<T>[];
  /** The one sentence for timeline, audit and refusals: what happened, to whom it matters, no full stop. */
  says: (data: D, names: Names) => string;
  /** Left out: the timeline does not show it. */
  timeline?: TimelinePlace<D>;
  /** From version n to n + 1, by n. */
  upcasts?: Record<number, Upcast>;
}

type RefKey<T extends z.ZodRawShape> = {
  [K in keyof T]: NonNullable<z.output<T[K]>> extends string | string[] ? K : never;
}[keyof T] &
  string;

interface EventType extends Omit<Definition<z.ZodRawShape, unknown>, 'data' | 'v'> {
  type: string;
  v: number;
  schema: z.ZodType;
  refs: Record<string, string>;
}

const registry = oncePerProcess('event types', () => new Map<string, EventType>());

const kinds = z.registry<{ kind: string }>();

/** For data of events: the id of a row of that kind, and an instant as ISO text. */
export const ref = (kind: string): z.ZodUUID => z.uuid().register(kinds, { kind });
export const eventInstant = z.iso.datetime({ offset: true });

function kindOf(schema: unknown): string | undefined {
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) return kindOf(schema.unwrap());
  if (schema instanceof z.ZodArray) return kindOf(schema.element);
  return schema instanceof z.ZodType ? kinds.get(schema)?.kind : undefined;
}

function refsIn(refs: Record<string, string>, data: Record<string, unknown>, keys: readonly string[]): Ref[] {
  return keys.flatMap((key) =>
    [data[key] ?? []].flat().map((id) => ({ kind: refs[key] as string, id: id as string })),
  );
}

export interface EventConstructor<S extends z.ZodType, N extends string = string> {
  (data: z.input<S>, at?: { occurredAt?: Date }): EventDraft;
  readonly type: N;
  /** Narrows a stored event of this type and gives its data typed. */
  read(event: { type: string; data: unknown }): z.output<S> | null;
}

/**
 * Defines one type of event, `<noun>.<past tense>`, and returns its constructor.
 * Old versions are brought up to date on reading by `upcasts[n]`, from version n to n + 1.
 */
export function eventType<T extends z.ZodRawShape, N extends string>(
  type: N,
  { v = 1, data: shape, ...definition }: Definition<T, z.output<z.ZodObject<T>>>,
): EventConstructor<z.ZodObject<T>, N> {
  const schema = z.object(shape);
  const kindsOfKeys = Object.entries(shape).map(([key, field]) => [key, kindOf(field)]);
  const refs: Record<string, string> = Object.fromEntries(kindsOfKeys.filter(([, kind]) => kind));
  for (const key of definition.subjects) {
    if (!refs[key]) throw new Error(`${type} is about ${key}, which is no ref().`);
  }
  registry().set(type, { ...(definition as unknown as EventType), type, v, schema, refs });
  const construct = (given: z.input<z.ZodObject<T>>, at: { occurredAt?: Date } = {}): EventDraft => {
    const data = schema.parse(given) as Record<string, unknown>;
    const draft: EventDraft = { type, v, data, subjects: refsIn(refs, data, definition.subjects) };
    if (at.occurredAt) draft.occurredAt = at.occurredAt;
    return draft;
  };
  const read = (event: { type: string; data: unknown }) =>
    event.type === type ? schema.parse(event.data) : null;
  return Object.assign(construct, { type, read });
}

/** The newest version of a stored event's data. Types that are not known here are passed as they are. */
export function upcastEvent(event: StoredEvent): StoredEvent {
  const known = registry().get(event.type);
  if (!known) return event;
  let { data, v } = event;
  while (v < known.v) {
    const step = known.upcasts?.[v];
    if (!step) throw new Error(`Event ${event.type} version ${v} has no way to version ${known.v}.`);
    data = step(data);
    v += 1;
  }
  return { ...event, v, data: known.schema.parse(data) as Record<string, unknown> };
}

export function eventTypes(): EventType[] {
  return [...registry().values()].sort((a, b) => a.type.localeCompare(b.type));
}

type Said = Pick<StoredEvent, 'type' | 'data'>;

/** What an event says happened, as one sentence. */
export function sentenceOf(event: Said, names: Names): string {
  const inSentence: Names = (kind, id) => isolatedIn(names(kind, id));
  return registry().get(event.type)?.says(event.data, inSentence) ?? event.type;
}

/** The rows that an event's data name. */
export function refsOf({ type, data }: Said): Ref[] {
  const { refs = {} } = registry().get(type) ?? {};
  return refsIn(refs, data, Object.keys(refs));
}

/** Where an event stands on the timeline of its incident; null for one that is not shown there. */
export function timelineOf({ type, data }: Said): TimelinePlace | null {
  const place = registry().get(type)?.timeline as TimelinePlace<unknown> | undefined;
  return place && (place.when?.(data) ?? true) ? (place as TimelinePlace) : null;
}
