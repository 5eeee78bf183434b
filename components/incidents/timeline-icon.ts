import type { IconName } from '@/components/ui/icon-paths';
import type { TimelineItem } from '@/lib/incidents/queries/views';
import type { EventName } from '@/lib/nouns';

export interface TimelineIcon {
  icon: IconName;
  tone: 'pub' | 'dec' | 'step' | 'sev' | 'plain';
}

const iconByType: Partial<Record<EventName, TimelineIcon>> = {
  'incident.declared': { icon: 'inbox', tone: 'sev' },
  'incident.regraded': { icon: 'flag', tone: 'dec' },
  'incident.advanced': { icon: 'arrow-right', tone: 'step' },
  'incident.resolved': { icon: 'check', tone: 'pub' },
  'incident.reopened': { icon: 'undo', tone: 'sev' },
  'incident.closed': { icon: 'check', tone: 'dec' },
  'incident.serviceChanged': { icon: 'server', tone: 'step' },
  'incident.roleAssigned': { icon: 'people', tone: 'plain' },
  'incident.roleEnded': { icon: 'people', tone: 'plain' },
  'incident.promiseMoved': { icon: 'clock', tone: 'plain' },
  'incident.visibilityChanged': { icon: 'eye', tone: 'dec' },
  'incident.managerAsked': { icon: 'question', tone: 'sev' },
  'report.filed': { icon: 'user', tone: 'plain' },
  'report.answered': { icon: 'question', tone: 'plain' },
};

const byKind: Record<TimelineItem['kind'], TimelineIcon> = {
  EVENT: { icon: 'pulse', tone: 'plain' },
  NOTE: { icon: 'note', tone: 'plain' },
  UPDATE: { icon: 'people', tone: 'step' },
  REPORT: { icon: 'chat', tone: 'plain' },
  DECISION: { icon: 'flag', tone: 'dec' },
  RECOVERY: { icon: 'swap', tone: 'step' },
  CLOCK: { icon: 'clock', tone: 'sev' },
};

/** The sign of an entry: what everyone read and what was decided stand out. */
export function timelineIcon(item: Pick<TimelineItem, 'type' | 'kind' | 'audience'>): TimelineIcon {
  if (item.kind === 'UPDATE' && item.audience === 'PUBLIC') return { icon: 'globe', tone: 'pub' };
  if (item.kind === 'UPDATE' && item.audience === 'INTERNAL') return { icon: 'lock', tone: 'plain' };
  return iconByType[item.type as EventName] ?? byKind[item.kind];
}
