import type { RunMode } from '@/lib/plans/schema';
import type { Severity } from '@/lib/severity/schema';
import type { AllocationState, Aspect, ResourceKind } from './schema';

interface Named {
  id: string;
  name: string;
}

export interface ResourceView {
  id: string;
  kind: ResourceKind;
  name: string;
  /** One line: what it is, where it stands, what a person can be asked for. */
  detail: string;
  /** How many bookings at once. */
  capacity: number;
  /** Until when a person takes more than one at once. */
  capacityUntil: string | null;
  site: string | null;
  server: Named | null;
  /** Of equipment and vendors, which people make and change. */
  version: number | null;
  archived: boolean;
}

export type AllocationAct = 'accept' | 'refuse' | 'extend' | 'release';

export interface AllocationView {
  id: string;
  version: number;
  resource: { id: string; kind: ResourceKind; name: string; detail: string };
  unit: number;
  aspect: Aspect;
  state: AllocationState;
  startsAt: string;
  endsAt: string;
  releasedAt: string | null;
  note: string | null;
  answeredAt: string | null;
  /** Why it was refused, or what was said with the yes. */
  answerNote: string | null;
  requestedBy: Named | null;
  createdAt: string;
  incident: { ref: string; title: string; severity: Severity } | null;
  run: { ref: string; mode: RunMode; plan: string } | null;
  /** What the reader may do with it now. */
  acts: AllocationAct[];
}

export interface BoardRow extends ResourceView {
  usedNow: number;
  /** From when one more fits for half an hour: now, or later. */
  freeFrom: string;
  /** When that free time ends; null when nothing is booked after it. */
  freeUntil: string | null;
  allocations: AllocationView[];
}

/** Who is where, over a stretch of time. */
export interface BoardView {
  from: string;
  until: string;
  now: string;
  rows: BoardRow[];
}

export interface SuggestionReason {
  good: boolean;
  text: string;
}

/** Somebody or something worth asking, with the reasons. */
export interface SuggestionView {
  resource: ResourceView;
  aspect: Aspect;
  reasons: SuggestionReason[];
  freeFrom: string;
}

export interface IncidentAllocationsView {
  allocations: AllocationView[];
  suggestions: SuggestionView[];
  /** Whom and what can be asked for. */
  choices: Pick<ResourceView, 'id' | 'kind' | 'name' | 'detail'>[];
  now: string;
}

/** In the `details` of a refused double booking. */
export interface BookingRefusal {
  resource: Named;
  clash: {
    /** "INC-2041", "FO-32". */
    ref: string;
    title: string;
    path: `/incidents/${string}/resources` | `/recovery/${string}`;
    aspect: Aspect;
    from: string;
    until: string;
    requestedBy: string | null;
  };
  capacity: number;
  /** From when it is free for as long as was asked. */
  freeAt: string;
  /** When the next booking begins; null when there is none. */
  freeUntil: string | null;
}
