import { clockKindLabel } from '@/lib/clocks/schema';
import type { StoredEvent } from '@/lib/platform/events';
import { fixedAnswerLabel } from '@/lib/reports/schema';
import { serviceStatusLabel, visibilityLabel } from '@/lib/services/schema';
import { severityLabel } from '@/lib/severity/schema';
import * as events from './events';
import { causeKindLabel, incidentRoleLabel, incidentStageLabel } from './schema';

type Event = Pick<StoredEvent, 'type' | 'data'>;

/** Turns ids in events into names; an id that is not known gives null. */
export interface Names {
  member: (id: string) => string | null;
  service: (id: string) => string | null;
  /** Of equipment, vendors, teams and people, as they are allocated. */
  resource?: (id: string) => string | null;
  check?: (id: string) => string | null;
  monitor?: (id: string) => string | null;
  /** Of a run, by the id of its row. */
  step?: (id: string) => string | null;
}

const nobody: Names = { member: () => null, service: () => null };

function declared(event: Event): string | null {
  const data = events.incidentDeclared.read(event);
  if (!data) return null;
  const internal = data.visibility === 'INTERNAL' ? ', kept internal' : '';
  return `Triaged as ${severityLabel[data.severity]} and declared${internal}`;
}

function moved(event: Event): string | null {
  const advanced = events.incidentAdvanced.read(event);
  if (advanced) return `Stage: ${incidentStageLabel[advanced.to]}`;
  const reopened = events.incidentReopened.read(event);
  if (reopened) return `Reopened: ${incidentStageLabel[reopened.to]}`;
  if (events.incidentResolved.read(event)) return 'Resolved';
  const closed = events.incidentClosed.read(event);
  if (!closed) return null;
  return closed.cause
    ? `Closed. Underlying cause: ${causeKindLabel[closed.cause].toLowerCase()}`.replace(', because …', '')
    : 'Closed';
}

function regraded(event: Event): string | null {
  const data = events.incidentRegraded.read(event);
  if (data) return `Graded ${severityLabel[data.to]}, was ${severityLabel[data.from]}`;
  const shown = events.incidentVisibilityChanged.read(event);
  return shown && `Visibility: ${visibilityLabel[shown.to].toLowerCase()}`;
}

function service(event: Event, names: Names): string | null {
  const data = events.incidentServiceChanged.read(event);
  if (!data) return null;
  const name = names.service(data.serviceId) ?? 'A service';
  if (data.to === null) return `${name} taken off the incident`;
  const status = serviceStatusLabel[data.to].toLowerCase();
  return data.from === null ? `${name} added: ${status}` : `${name}: ${status}`;
}

function role(event: Event, names: Names): string | null {
  const assigned = events.incidentRoleAssigned.read(event);
  if (assigned) {
    const from = assigned.fromId ? `, taking over from ${names.member(assigned.fromId) ?? 'a member'}` : '';
    return `${incidentRoleLabel[assigned.role]}: ${names.member(assigned.memberId) ?? 'a member'}${from}`;
  }
  const ended = events.incidentRoleEnded.read(event);
  return (
    ended &&
    `${names.member(ended.memberId) ?? 'A member'} is ${incidentRoleLabel[ended.role].toLowerCase()} no more`
  );
}

function promise(event: Event): string | null {
  if (events.incidentPromiseMoved.read(event)) return 'Next update moved';
  return events.promiseMissed.read(event) ? 'The promised time of the next update has passed' : null;
}

function clock(event: Event): string | null {
  const atRisk = events.clockAtRisk.read(event);
  if (atRisk) return `Clock at risk: ${clockKindLabel[atRisk.kind].toLowerCase()}, 80 % of the time is gone`;
  const missed = events.clockMissed.read(event);
  return missed && `Clock missed: ${clockKindLabel[missed.kind].toLowerCase()}`;
}

function asked(event: Event): string | null {
  const data = events.incidentManagerAsked.read(event);
  return data && `Manager asked: a reporter says “${fixedAnswerLabel[data.answer]}” after the resolution`;
}

/** One sentence for timeline and audit; null for events of other nouns. */
export function describeIncidentEvent(event: Event, names: Names = nobody): string | null {
  return (
    declared(event) ??
    moved(event) ??
    regraded(event) ??
    service(event, names) ??
    role(event, names) ??
    promise(event) ??
    clock(event) ??
    asked(event) ??
    (events.incidentNoted.read(event) ? 'Note' : null)
  );
}
