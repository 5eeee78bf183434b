import { z } from 'zod';
import { eventId, eventType } from '@/lib/platform/events';
import { severitySchema } from '@/lib/severity/schema';
import { fixedAnswerSchema, messageAuthorSchema, messageChannelSchema, reportChannelSchema } from './schema';

const ofReport = (data: { reportId: string }) => [{ kind: 'report', id: data.reportId }];

function withIncident(data: { reportId: string; incidentId: string | null }) {
  const incident = data.incidentId ? [{ kind: 'incident', id: data.incidentId }] : [];
  return [...ofReport(data), ...incident];
}

/** `held`: kept out of the queue until the address is confirmed. `spooled`: arrived while the database was away. */
export const reportFiled = eventType('report.filed', {
  data: z.object({
    reportId: eventId,
    channel: reportChannelSchema,
    serviceId: eventId.nullable(),
    claimed: severitySchema,
    slow: z.boolean(),
    held: z.boolean(),
    spooled: z.boolean(),
  }),
  subjects: ofReport,
});

/** The reporter confirmed the address, so the report joins the queue. */
export const reportReleased = eventType('report.released', {
  data: z.object({ reportId: eventId }),
  subjects: ofReport,
});

/** Put on an incident: by a member, or by the reporter who said that it is the same. */
export const reportLinked = eventType('report.linked', {
  data: z.object({ reportId: eventId, incidentId: eventId, byReporter: z.boolean().default(false) }),
  subjects: withIncident,
});

export const reportUnlinked = eventType('report.unlinked', {
  data: z.object({ reportId: eventId, incidentId: eventId }),
  subjects: withIncident,
});

export const reportMerged = eventType('report.merged', {
  data: z.object({ reportId: eventId, intoId: eventId }),
  subjects: (data) => [...ofReport(data), { kind: 'report', id: data.intoId }],
});

export const reportAsked = eventType('report.asked', {
  data: z.object({ reportId: eventId, messageId: eventId }),
  subjects: ofReport,
});

export const reportDeclined = eventType('report.declined', {
  data: z.object({ reportId: eventId }),
  subjects: ofReport,
});

/** One turn of the conversation, of either side. */
export const reportReplied = eventType('report.replied', {
  data: z.object({
    reportId: eventId,
    messageId: eventId,
    author: messageAuthorSchema,
    channel: messageChannelSchema,
    incidentId: eventId.nullable(),
  }),
  subjects: withIncident,
});

/** The reporter was asked: is it working for you now? */
export const reportFixedAsked = eventType('report.fixedAsked', {
  data: z.object({ reportId: eventId, incidentId: eventId }),
  subjects: withIncident,
});

/** The reporter's answer to that question, asked or not. `asked` is whether it was. */
export const reportAnswered = eventType('report.answered', {
  data: z.object({
    reportId: eventId,
    incidentId: eventId.nullable(),
    answerId: eventId,
    answer: fixedAnswerSchema,
    asked: z.boolean(),
  }),
  subjects: withIncident,
});

export const correctedFields = [
  'experience',
  'since',
  'affected',
  'where',
  'name',
  'email',
  'updates',
] as const;

export const reportCorrected = eventType('report.corrected', {
  data: z.object({ reportId: eventId, fields: z.array(z.enum(correctedFields)) }),
  subjects: ofReport,
});

export const reportAttached = eventType('report.attached', {
  data: z.object({ reportId: eventId, fileId: eventId, bytes: z.number().int() }),
  subjects: ofReport,
});

/** One side saw messages of the other for the first time. */
export const reportMessagesRead = eventType('report.messagesRead', {
  data: z.object({ reportId: eventId, by: messageAuthorSchema, messages: z.number().int() }),
  subjects: ofReport,
});

/** A new tracking link was asked for; it is sent to the address of the report and nowhere else. */
export const reportLinkRequested = eventType('report.linkRequested', {
  data: z.object({ reportId: eventId, tokenId: eventId }),
  subjects: ofReport,
});
