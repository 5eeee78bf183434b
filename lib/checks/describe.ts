import type { Names } from '@/lib/incidents/describe';
import type { StoredEvent } from '@/lib/platform/events';
import { areaLabel } from '@/lib/services/schema';
import * as events from './events';

type Event = Pick<StoredEvent, 'type' | 'data'>;

const nobody: Names = { member: () => null, service: () => null };
const count = (n: number, one: string) => `${n} ${n === 1 ? one : `${one}s`}`;

function laidOut(event: Event, names: Names): string | null {
  const data = events.checkLaidOut.read(event);
  if (!data) return null;
  const service = data.serviceId ? names.service(data.serviceId) : null;
  const what = service ? `Checklist laid out for ${service}` : 'Checklist laid out';
  return `${what}: ${count(data.total, 'check')}, ${data.automated} run by Standby`;
}

/** What Standby runs by itself stands on the timeline when it is news: a fault, an unclear one, or a fault that is gone. */
function finished(event: Event, name: (id: string) => string): string | null {
  const data = events.checkFinished.read(event);
  if (!data) return null;
  const { outcome, before, checkId } = data;
  if (outcome === before) return null;
  if (outcome === 'FAULT') return `Check finds a fault: ${name(checkId)}`;
  if (before === 'FAULT' && outcome === 'OK') return `Check is OK again: ${name(checkId)}`;
  return outcome === 'UNCLEAR' ? `Check is unclear: ${name(checkId)}` : null;
}

function byPerson(event: Event, names: Names, name: (id: string) => string): string | null {
  const recorded = events.checkRecorded.read(event);
  if (recorded) {
    const word = { OK: 'OK', FAULT: 'fault', UNCLEAR: 'unclear' }[recorded.outcome];
    return `Check recorded as ${word}: ${name(recorded.checkId)}`;
  }
  const skipped = events.checkSkipped.read(event);
  if (skipped) return `Check skipped: ${name(skipped.checkId)}`;
  const added = events.checkAdded.read(event);
  if (added) return `Check added: ${name(added.checkId)}`;
  const assigned = events.checkAssigned.read(event);
  if (!assigned) return null;
  const member = assigned.memberId && (names.member(assigned.memberId) ?? 'a member');
  return member
    ? `Check given to ${member}: ${name(assigned.checkId)}`
    : `Check is nobody’s now: ${name(assigned.checkId)}`;
}

function asked(event: Event, name: (id: string) => string): string | null {
  const data = events.checkAsked.read(event);
  if (!data) return null;
  return data.checkId
    ? `Check run again: ${name(data.checkId)}`
    : `${count(data.count, 'automated check')} run again`;
}

function finding(event: Event): string | null {
  const added = events.findingAdded.read(event);
  if (added) {
    return `${added.confirmed ? 'Cause confirmed' : 'Finding added'} (${areaLabel[added.area].toLowerCase()})`;
  }
  if (events.findingConfirmed.read(event)) return 'Cause confirmed';
  return events.findingRuledOut.read(event) ? 'Finding ruled out' : null;
}

function template(event: Event, names: Names): string | null {
  const verbs = [
    [events.checkTemplateCreated, 'added to'],
    [events.checkTemplateEdited, 'changed in'],
    [events.checkTemplateArchived, 'taken off'],
  ] as const;
  for (const [type, verb] of verbs) {
    const data = type.read(event);
    if (!data) continue;
    const whose = data.serviceId ? (names.service(data.serviceId) ?? 'a service') : 'all services';
    return `A check was ${verb} the checklist of ${whose} (${areaLabel[data.area].toLowerCase()})`;
  }
  return null;
}

/** One sentence for timeline and audit; null for events of other nouns, and for runs of checks that are no news. */
export function describeCheckEvent(event: Event, names: Names = nobody): string | null {
  const name = (id: string) => names.check?.(id) ?? 'a check';
  return (
    laidOut(event, names) ??
    finished(event, name) ??
    byPerson(event, names, name) ??
    asked(event, name) ??
    finding(event) ??
    template(event, names)
  );
}
