import { describeAutomationEvent } from '@/lib/automation/describe';
import { describeCheckEvent } from '@/lib/checks/describe';
import { describeDatasetEvent } from '@/lib/datasets/describe';
import { describeDeliveryEvent } from '@/lib/deliveries/describe';
import { describeIncidentEvent, type Names } from '@/lib/incidents/describe';
import { capital } from '@/lib/language/words';
import { describeMemberEvent } from '@/lib/members/describe';
import { describeMonitorEvent } from '@/lib/monitors/describe';
import { describePlanEvent } from '@/lib/plans/describe';
import type { StoredEvent } from '@/lib/platform/events';
import { describeReportEvent } from '@/lib/reports/describe';
import { describeResourceEvent } from '@/lib/resources/describe';
import { describeRunEvent } from '@/lib/runs/describe';
import { describeServiceEvent } from '@/lib/services/describe';
import { describeSettingsEvent } from '@/lib/settings/describe';
import { describeRecoveryEvent } from '@/lib/status/describe';
import { describeSubscriberEvent } from '@/lib/subscribers/describe';
import { describeSuiteEvent } from '@/lib/suites/describe';
import { describeUpdateEvent } from '@/lib/updates/describe';

type Event = Pick<StoredEvent, 'type' | 'data'>;

/** To describe the events of another noun, add its `describe` here. */
const describers: ((event: Event, names: Names) => string | null)[] = [
  describeReportEvent,
  describeIncidentEvent,
  describeUpdateEvent,
  describeResourceEvent,
  describeRecoveryEvent,
  describeDatasetEvent,
  describeServiceEvent,
  describePlanEvent,
  describeMemberEvent,
  describeSettingsEvent,
  describeSubscriberEvent,
  describeSuiteEvent,
  describeDeliveryEvent,
  describeAutomationEvent,
  describeRunEvent,
  describeCheckEvent,
  describeMonitorEvent,
];

/** `delivery.wentDead` → "Delivery: went dead", for events that no noun describes. */
function spelledOut(type: string): string {
  const [noun = type, verb = ''] = type.split('.');
  const words = verb.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replaceAll('_', ' ');
  return `${capital(noun)}: ${words}`;
}

/** What an event says happened, as one sentence. */
export function describeEvent(event: Event, names: Names): string {
  for (const sentenceOf of describers) {
    const sentence = sentenceOf(event, names);
    if (sentence) return sentence;
  }
  return spelledOut(event.type);
}
