import { z } from 'zod';
import { t } from '@/lib/language/catalogue';
import { eventType, ref } from '@/lib/platform/events/event-type';
import { severityLabel, severitySchema } from '@/lib/severity/schema';
import { type DetailName, detailNames } from './rules/details';
import {
  type FixedAnswer,
  fixedAnswerSchema,
  messageAuthorSchema,
  reportChannelLabel,
  reportChannelSchema,
} from './schema';

const report = { reportId: ref('report') };
const onIncident = { ...report, incidentId: ref('incident') };
const mayBeOnIncident = { ...report, incidentId: ref('incident').nullable() };
const timeline = { as: 'REPORT' } as const;

/** `held`: kept out of the queue until the address is confirmed. `spooled`: arrived while the database was away. */
export const reportFiled = eventType('report.filed', {
  data: {
    ...report,
    channel: reportChannelSchema,
    serviceId: ref('service').nullable(),
    claimed: severitySchema,
    slow: z.boolean(),
    held: z.boolean(),
    spooled: z.boolean(),
  },
  subjects: ['reportId'],
  timeline,
  says: ({ channel, claimed, held, spooled }) => {
    const by = `Report received by ${reportChannelLabel[channel].toLowerCase()}`;
    const until = held ? ', held until its address is confirmed' : '';
    const away = spooled ? ', taken while the database was away' : '';
    return `${by}, claimed ${severityLabel[claimed].toLowerCase()}${until}${away}`;
  },
});

/** The reporter confirmed the address, so the report joins the queue. */
export const reportReleased = eventType('report.released', {
  data: report,
  subjects: ['reportId'],
  says: () => 'The reporter confirmed the address; the report joined the queue',
});

/** Put on an incident: by a member, or by the reporter who said that it is the same. */
export const reportLinked = eventType('report.linked', {
  data: { ...onIncident, byReporter: z.boolean().default(false) },
  subjects: ['reportId', 'incidentId'],
  timeline,
  says: ({ byReporter, incidentId }, names) =>
    `${byReporter ? 'A reporter added a report' : 'Report added'} to ${names('incident', incidentId) ?? 'the incident'}`,
});

export const reportAsked = eventType('report.asked', {
  data: { ...report, messageId: ref('message') },
  subjects: ['reportId'],
  timeline,
  says: () => 'The team asked the reporter a question',
});

export const reportDeclined = eventType('report.declined', {
  data: report,
  subjects: ['reportId'],
  timeline,
  says: () => 'Report declined with a reason',
});

/** One turn of the conversation, of either side. */
export const reportReplied = eventType('report.replied', {
  data: { ...mayBeOnIncident, messageId: ref('message'), author: messageAuthorSchema },
  subjects: ['reportId', 'incidentId'],
  timeline,
  says: ({ author }) => (author === 'REPORTER' ? 'A reporter replied' : 'The team replied to a reporter'),
});

/** The reporter was asked: is it working for you now? */
export const reportFixedAsked = eventType('report.fixedAsked', {
  data: onIncident,
  subjects: ['reportId', 'incidentId'],
  timeline,
  says: () => 'Reporter asked whether it works now',
});

/** The incident was reopened: nobody needs to answer any more. */
export const reportQuestionWithdrawn = eventType('report.questionWithdrawn', {
  data: onIncident,
  subjects: ['reportId', 'incidentId'],
  says: () => 'The question whether it works was taken back',
});

const answers: Record<FixedAnswer, string> = {
  WORKS: 'A reporter says that it works again',
  PARTLY: 'A reporter says that it works in parts',
  NOT_YET: 'A reporter says that it does not work yet',
};

/** The reporter's answer to that question, asked or not. `asked` is whether it was. */
export const reportAnswered = eventType('report.answered', {
  data: { ...mayBeOnIncident, answerId: ref('answer'), answer: fixedAnswerSchema, asked: z.boolean() },
  subjects: ['reportId', 'incidentId'],
  timeline,
  says: ({ answer }) => answers[answer],
});

/** Version 1 named what the form asks. */
const detailsAsked: Record<string, DetailName[]> = {
  experience: ['claimedSeverity'],
  since: ['sinceAt'],
  where: ['affectedWhere'],
  name: ['reporterName'],
  email: ['reporterEmail'],
  updates: ['wantsUpdates'],
};

export const reportCorrected = eventType('report.corrected', {
  v: 2,
  data: { ...report, fields: z.array(z.enum(detailNames)) },
  subjects: ['reportId'],
  timeline,
  says: ({ fields }) => {
    const words = new Set(fields.map((name) => t(`report.detail.${name}`).toLowerCase()));
    return `The reporter corrected the report: ${[...words].join(', ')}`;
  },
  upcasts: {
    1: ({ fields, ...data }) => ({
      ...data,
      fields: (fields as string[]).flatMap((name) => detailsAsked[name] ?? [name]),
    }),
  },
});

export const reportAttached = eventType('report.attached', {
  data: { ...report, fileId: ref('file'), bytes: z.number().int() },
  subjects: ['reportId'],
  timeline,
  says: () => 'A file was added to the report',
});

/** One side saw messages of the other for the first time. */
export const reportMessagesRead = eventType('report.messagesRead', {
  data: { ...report, by: messageAuthorSchema, messages: z.number().int() },
  subjects: ['reportId'],
  says: ({ by }) => (by === 'REPORTER' ? 'The reporter read the answer' : 'The team read the reply'),
});

/** A new tracking link was asked for; it is sent to the address of the report and nowhere else. */
export const reportLinkRequested = eventType('report.linkRequested', {
  data: { ...report, tokenId: ref('reportToken') },
  subjects: ['reportId'],
  says: () => 'A new tracking link was sent',
});
