import type { StoredEvent } from '@/lib/platform/events';
import { severityLabel } from '@/lib/severity/schema';
import * as events from './events';
import { type FixedAnswer, reportChannelLabel } from './schema';

type Event = Pick<StoredEvent, 'type' | 'data'>;

const answerSentence: Record<FixedAnswer, string> = {
  WORKS: 'A reporter says that it works again',
  PARTLY: 'A reporter says that it works in parts',
  NOT_YET: 'A reporter says that it does not work yet',
};

function filed(event: Event): string | null {
  const data = events.reportFiled.read(event);
  if (!data) return null;
  const claimed = severityLabel[data.claimed].toLowerCase();
  const held = data.held ? ', held until its address is confirmed' : '';
  const spooled = data.spooled ? ', taken while the database was away' : '';
  return `Report received by ${reportChannelLabel[data.channel].toLowerCase()}, claimed ${claimed}${held}${spooled}`;
}

function linked(event: Event): string | null {
  const data = events.reportLinked.read(event);
  if (!data) return null;
  return data.byReporter ? 'A reporter added a report to the incident' : 'Report added to the incident';
}

function replied(event: Event): string | null {
  const data = events.reportReplied.read(event);
  if (!data) return null;
  const by = data.channel === 'EMAIL' ? ' by e-mail' : '';
  if (data.author === 'SYSTEM') return 'Standby wrote to a reporter';
  return data.author === 'REPORTER' ? `A reporter replied${by}` : `The team replied to a reporter${by}`;
}

function answered(event: Event): string | null {
  const data = events.reportAnswered.read(event);
  return data && answerSentence[data.answer];
}

function corrected(event: Event): string | null {
  const data = events.reportCorrected.read(event);
  return data && `The reporter corrected the report: ${data.fields.join(', ')}`;
}

const plain: [{ readonly type: string }, string][] = [
  [events.reportReleased, 'The reporter confirmed the address; the report joined the queue'],
  [events.reportUnlinked, 'Report taken off the incident'],
  [events.reportMerged, 'Report marked as the same as another'],
  [events.reportAsked, 'The team asked the reporter a question'],
  [events.reportDeclined, 'Report declined with a reason'],
  [events.reportFixedAsked, 'Reporter asked whether it works now'],
  [events.reportAttached, 'A file was added to the report'],
  [events.reportLinkRequested, 'A new tracking link was sent'],
];

function messagesRead(event: Event): string | null {
  const data = events.reportMessagesRead.read(event);
  if (!data) return null;
  return data.by === 'REPORTER' ? 'The reporter read the answer' : 'The team read the reply';
}

/** One sentence for timeline and audit; null for events of other nouns. */
export function describeReportEvent(event: Event): string | null {
  const known = plain.find(([{ type }]) => type === event.type);
  if (known) return known[1];
  return (
    filed(event) ??
    linked(event) ??
    replied(event) ??
    answered(event) ??
    corrected(event) ??
    messagesRead(event)
  );
}
