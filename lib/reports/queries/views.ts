import { z } from 'zod';
import { reportDetailsSchema } from '@/lib/reports/rules/details';
import {
  fixedAnswerSchema,
  messageAuthorSchema,
  reportChannelSchema,
  reportStateSchema,
} from '@/lib/reports/schema';

const instant = z.iso.datetime();

export const fileViewSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  contentType: z.string(),
  /** In bytes. */
  size: z.number().int(),
});
export type FileView = z.infer<typeof fileViewSchema>;

export const messageViewSchema = z.object({
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

const reportViewSchema = z.object({
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

export interface ReportList {
  rows: ReportRow[];
  /** The cursor of the next page. */
  next: string | null;
}

/** What the sender of a report gets back. */
export const filedReportSchema = z.object({
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
