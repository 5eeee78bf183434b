import { db } from '@/lib/database/db';
import { variablesSchema } from '@/lib/deliveries/schema';
import { fillMail } from '@/lib/deliveries/sending/fill';
import { declareIncident } from '@/lib/incidents/commands/declare';
import type { FileReportRaw } from '@/lib/reports/schema';
import { makeMember } from '@/lib/reports/testing/people-and-incidents';
import { linkReport } from '@/lib/triage/commands/link';
import { type deliveriesTo, fileAs, makeService } from './people';

type Stored = Awaited<ReturnType<typeof deliveriesTo>>[number];

/** A delivery as its recipient reads it. */
export function readMail(delivery: Stored | undefined): { html: string; text: string } {
  if (!delivery?.content) throw new Error('There is no such delivery.');
  return fillMail(delivery.content, { ...delivery, variables: variablesSchema.parse(delivery.variables) });
}

/** A manager, a responder and two services, one of which people report. */
export async function openOffice() {
  const records = await makeService('Case Records');
  const search = await makeService('Search');
  const priya = await makeMember('MANAGER', 'Priya');
  const tom = await makeMember('RESPONDER', 'Tom');
  const reportBy = async (email: string, extra: Partial<FileReportRaw> = {}) => {
    const filed = await fileAs(email, { service: records.slug, ...extra });
    return await db().report.findUniqueOrThrow({ where: { ref: filed.ref } });
  };
  return {
    records,
    search,
    priya,
    tom,
    reportBy,
    declare: (extra: Partial<Parameters<typeof declareIncident>[1]> = {}) =>
      declareIncident(priya, {
        title: 'Case Records is not available',
        severity: 'CRITICAL',
        services: [{ serviceId: records.id }],
        next: { minutes: 30 },
        ...extra,
      }),
    joinedReport: async (email: string, incidentRef: string, extra: Partial<FileReportRaw> = {}) => {
      const report = await reportBy(email, extra);
      await linkReport(tom, { ref: report.ref, version: report.version, incidentRef });
      return report;
    },
  };
}

export type Office = Awaited<ReturnType<typeof openOffice>>;
