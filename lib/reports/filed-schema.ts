import { z } from 'zod';
import { reportStateSchema } from './schema';

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
  receivedAt: z.iso.datetime(),
});
export type FiledReport = z.infer<typeof filedReportSchema>;
