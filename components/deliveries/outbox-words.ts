import type { DeliveryListView, DeliveryRow } from '@/lib/deliveries/queries/views';
import { recipientKindLabel, suppressReasonLabel } from '@/lib/deliveries/schema';
import { clockOf } from '@/lib/language/time';
import { counted } from '@/lib/language/words';
import { exactDuration } from '@/lib/platform/rules/duration';

type Counts = DeliveryListView['counts'];

/** What is true of the outbox, in one sentence. */
export function outboxSentence({ DEAD, RETRY, PENDING }: Counts, mailServer: boolean): string {
  if (!mailServer && PENDING > 0) {
    return `${counted(PENDING, 'message waits', 'messages wait')} for a mail server`;
  }
  const retried = `${counted(RETRY, 'is', 'are')} tried again`;
  if (DEAD > 0) {
    const dead = `${counted(DEAD, 'message was', 'messages were')} not delivered`;
    return RETRY > 0 ? `${dead}, ${retried}` : dead;
  }
  if (RETRY > 0) return `${counted(RETRY, 'message is', 'messages are')} tried again`;
  return PENDING > 0 ? `${counted(PENDING, 'message')} on the way` : 'Everything was delivered';
}

/** The small line under the recipient. */
export function recipientWords({ recipientKind, reportRef, drill }: DeliveryRow): string {
  const kind = recipientKindLabel[recipientKind].toLowerCase();
  const recipient = reportRef ? `${kind}, ${reportRef}` : kind;
  return drill ? `${recipient}, drill` : recipient;
}

/** The small line under the subject. */
export function aboutWords({ incidentRef, updateAt, reportRef }: DeliveryRow, zone: string): string {
  const update = updateAt ? `update ${clockOf(updateAt, zone)}` : null;
  return [incidentRef, update].filter(Boolean).join(', ') || (reportRef ?? '');
}

export function suppressWords(reason: string | null): string {
  const known: Record<string, string> = suppressReasonLabel;
  return (reason && known[reason]) || 'not sent';
}

/** The small line under the state. */
export function stateWords(row: DeliveryRow, view: { zone: string; mailServer: boolean }): string {
  const { attempts, maxTries, nextTryAt, lastError } = row;
  switch (row.state) {
    case 'SENT':
      return row.tookMs === null ? 'accepted' : `accepted in ${exactDuration(row.tookMs / 1_000)}`;
    case 'PENDING':
      return view.mailServer ? 'goes in a few seconds' : 'waits for a mail server';
    case 'RETRY': {
      const next = nextTryAt ? `, next ${clockOf(nextTryAt, view.zone)}` : '';
      return `try ${Math.min(attempts + 1, maxTries)} of ${maxTries}${next}`;
    }
    case 'DEAD':
      return attempts === 1 ? (lastError ?? 'refused') : `${lastError ?? 'refused'}, after ${attempts} tries`;
    case 'SUPPRESSED':
      return suppressWords(row.suppressReason);
  }
}
