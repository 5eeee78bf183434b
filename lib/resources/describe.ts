import type { Names } from '@/lib/incidents/describe';
import type { StoredEvent } from '@/lib/platform/events';
import * as events from './events';
import { aspectLabel, resourceKindLabel } from './schema';

type Event = Pick<StoredEvent, 'type' | 'data'>;

function asked(event: Event, nameOf: (id: string) => string): string | null {
  const data = events.allocationRequested.read(event);
  if (!data) return null;
  const aspect = aspectLabel[data.aspect].toLowerCase();
  const name = nameOf(data.resourceId);
  return data.accepted ? `${name} allocated: ${aspect}` : `${name} asked for: ${aspect}`;
}

function answered(event: Event, nameOf: (id: string) => string): string | null {
  const accepted = events.allocationAccepted.read(event);
  if (accepted) return `${nameOf(accepted.resourceId)} accepted`;
  const refused = events.allocationRefused.read(event);
  return refused && `${nameOf(refused.resourceId)} refused`;
}

const released: Record<events.ReleaseReason, string> = {
  BY_HAND: 'released',
  ENDED: 'released: the booked time is over',
  UNANSWERED: 'released: nobody answered in the time asked for',
  CLOSED: 'released with the incident',
};

function worked(event: Event, nameOf: (id: string) => string): string | null {
  const started = events.allocationStarted.read(event);
  if (started) return `${nameOf(started.resourceId)} at work: ${aspectLabel[started.aspect].toLowerCase()}`;
  const extended = events.allocationExtended.read(event);
  if (extended) return `${nameOf(extended.resourceId)} booked for longer`;
  const ended = events.allocationReleased.read(event);
  return ended && `${nameOf(ended.resourceId)} ${released[ended.reason]}`;
}

function kept(event: Event, nameOf: (id: string) => string): string | null {
  const data =
    events.resourceCreated.read(event) ??
    events.resourceEdited.read(event) ??
    events.resourceArchived.read(event);
  if (!data) return null;
  const verb = { 'resource.created': 'added', 'resource.edited': 'changed', 'resource.archived': 'archived' };
  const kind = resourceKindLabel[data.kind];
  return `${kind} ${verb[event.type as keyof typeof verb]}: ${nameOf(data.resourceId)}`;
}

/** One sentence for timeline and audit; null for events of other nouns. */
export function describeResourceEvent(event: Event, names: Names): string | null {
  const nameOf = (id: string) => names.resource?.(id) ?? 'A resource';
  return asked(event, nameOf) ?? answered(event, nameOf) ?? worked(event, nameOf) ?? kept(event, nameOf);
}
