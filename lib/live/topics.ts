import {
  incidentAdvanced,
  incidentClosed,
  incidentDeclared,
  incidentPromiseMoved,
  incidentRegraded,
  incidentReopened,
  incidentResolved,
  incidentVisibilityChanged,
} from '@/lib/incidents/events';
import type { StoredEvent } from '@/lib/platform/events/event-type';
import { recoveryAnnounced } from '@/lib/status/events';

/** What a client may hear about; fixed when it connects. */
export type Audience =
  | { kind: 'staff'; sessionId: string }
  | { kind: 'reporter'; reportId: string; incidentId: string | null; tokenId: string };

type Facts = Pick<StoredEvent, 'type' | 'data' | 'subjects'>;

/** For staff: every noun that the event is about, and each subject by itself. `incident`, `incident:<id>`. */
export function staffTopics(event: Facts): string[] {
  const topics = new Set<string>([event.type.split('.')[0] ?? event.type]);
  for (const subject of event.subjects) {
    topics.add(subject.kind);
    topics.add(`${subject.kind}:${subject.id}`);
  }
  return [...topics];
}

const publicIncidentEvents: ReadonlySet<string> = new Set([
  incidentDeclared.type,
  incidentAdvanced.type,
  incidentRegraded.type,
  incidentPromiseMoved.type,
  incidentResolved.type,
  incidentClosed.type,
  incidentReopened.type,
  incidentVisibilityChanged.type,
  // Recorded only of what the operator of a run agreed to tell.
  recoveryAnnounced.type,
]);

/**
 * For a reporter: their own report, and of its incident only what its public page shows, so that the hints of
 * internal work cannot be counted from outside.
 */
export function reporterTopics(event: Facts): string[] {
  const topics: string[] = [];
  const forUsers =
    publicIncidentEvents.has(event.type) ||
    (event.type.startsWith('update.') &&
      event.data.audience !== undefined &&
      event.data.audience !== 'INTERNAL');
  for (const subject of event.subjects) {
    if (subject.kind === 'report') topics.push(`report:${subject.id}`);
    if (subject.kind === 'incident' && forUsers) topics.push(`incident:${subject.id}`);
  }
  return topics;
}

/** The topics a reporter's connection listens to. */
export function reporterInterests(audience: Extract<Audience, { kind: 'reporter' }>): string[] {
  const own = [`report:${audience.reportId}`];
  return audience.incidentId ? [...own, `incident:${audience.incidentId}`] : own;
}
