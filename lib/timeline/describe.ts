import { describeCheckEvent } from '@/lib/checks/describe';
import { describeIncidentEvent, type Names } from '@/lib/incidents/describe';
import { describeMonitorEvent } from '@/lib/monitors/describe';
import type { StoredEvent } from '@/lib/platform/events';
import { describeReportEvent } from '@/lib/reports/describe';
import { describeResourceEvent } from '@/lib/resources/describe';
import { describeRunEvent } from '@/lib/runs/describe';
import { describeRecoveryEvent } from '@/lib/status/describe';
import { describeUpdateEvent } from '@/lib/updates/describe';

type Event = Pick<StoredEvent, 'type' | 'data'>;

/** To put the events of another noun on the timeline of their incident, add its `describe` here. */
const describers: ((event: Event, names: Names) => string | null)[] = [
  describeIncidentEvent,
  describeUpdateEvent,
  describeReportEvent,
  describeResourceEvent,
  describeRecoveryEvent,
  describeCheckEvent,
  describeMonitorEvent,
  describeRunEvent,
];

/** One sentence for an event about an incident; null for what nobody needs to read there. */
export function describeEvent(event: Event, names: Names): string | null {
  for (const sentenceOf of describers) {
    const sentence = sentenceOf(event, names);
    if (sentence) return sentence;
  }
  return null;
}
