import { z } from 'zod';
import { instant, view } from '@/lib/platform/answers/view';
import { reportDetailsSchema } from '@/lib/reports/rules/details';
import {
  fixedAnswerSchema,
  messageAuthorSchema,
  reportChannelSchema,
  reportStateSchema,
} from '@/lib/reports/schema';

export const fileViewSchema = view('FileView', {
  id: z.uuid(),
  name: z.string(),
  contentType: z.string(),
  /** In bytes. */
  size: z.number().int(),
});
export type FileView = z.infer<typeof fileViewSchema>;

export const messageViewSchema = view('MessageView', {
  id: z.uuid(),
  author: messageAuthorSchema,
  /** Who of the team wrote it. */
  by: z.string().nullable(),
  text: z.string(),
  at: instant,
  readAt: instant.nullable(),
  files: z.array(fileViewSchema),
});
export type MessageView = z.infer<typeof messageViewSchema>;

export const reportViewSchema = view('ReportView', {
  id: z.uuid(),
  ref: z.string(),
  version: z.number().int(),
  state: reportStateSchema,
  channel: reportChannelSchema,
  service: z.object({ slug: z.string(), name: z.string() }).nullable(),
  incident: z.object({ ref: z.string(), title: z.string() }).nullable(),
  ...reportDetailsSchema.shape,
  held: z.boolean(),
  declineReason: z.string().nullable(),
  receivedAt: instant,
  acknowledgedAt: instant.nullable(),
  messages: z.array(messageViewSchema),
  files: z.array(fileViewSchema),
  answers: z.array(z.object({ answer: fixedAnswerSchema, comment: z.string().nullable(), at: instant })),
});
export type ReportView = z.infer<typeof reportViewSchema>;

const reportRowSchema = reportViewSchema
  .pick({ id: true, ref: true, state: true, channel: true, service: true, incident: true, receivedAt: true })
  .extend({ summary: z.string() });
export type ReportRow = z.infer<typeof reportRowSchema>;

export const reportListSchema = view('ReportList', {
  rows: z.array(reportRowSchema),
  /** The cursor of the next page. */
  next: z.string().nullable(),
});
export type ReportList = z.infer<typeof reportListSchema>;

/** What the sender of a report gets back. */
export const filedReportSchema = view('FiledReport', {
  ref: z.string(),
  state: reportStateSchema,
  /** The private page of the report, as a path. */
  trackingPath: z.templateLiteral(['/track/', z.string()]),
  /** The incident it was added to. */
  incidentRef: z.string().nullable(),
  /** It waits until the address is confirmed by the link in the mail. */
  held: z.boolean(),
  /** The database is away: it is kept here and stored when we are back. */
  spooled: z.boolean(),
  receivedAt: instant,
});
export type FiledReport = z.infer<typeof filedReportSchema>;

export const postedMessageSchema = view('PostedMessage', {
  id: z.uuid(),
  at: instant,
});
export type PostedMessage = z.infer<typeof postedMessageSchema>;

export const answeredViewSchema = view('AnsweredView', {
  ref: z.string(),
  state: reportStateSchema,
  answer: fixedAnswerSchema,
});
export type AnsweredView = z.infer<typeof answeredViewSchema>;
