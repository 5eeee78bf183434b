import { z } from 'zod';
import { handled } from '@/lib/http/api/handled';
import { jsonAnswer } from '@/lib/http/api/request';
import { readObject } from '@/lib/http/body';
import { assertSameOrigin } from '@/lib/http/origin';
import { refuseUnknownKeys } from '@/lib/platform/input/unknown-keys';
import { settings } from '@/lib/platform/process/environment';
import { reportPolicy } from '@/lib/reports/policy';
import { filedReportSchema } from '@/lib/reports/queries/views';
import { type FileReportRaw, fileReportInput } from '@/lib/reports/schema';
import { acceptReport } from '@/lib/spool/accept-report';
import { callerOfReport } from './caller-of-report';

/** Reports come by the hundred when something breaks, also while the database is away. */
export const intakeRoutes = {
  'POST /reports': handled({
    says: 'Files a report. 202: kept on this machine until the database is back. Header Idempotency-Key: sent twice, it is one',
    who: reportPolicy['report.file'],
    status: 201,
    later: 'Kept on this machine until the database is back.',
    input: fileReportInput,
    answer: filedReportSchema.extend({ trackingUrl: z.url() }),
    handle: async (request) => {
      const ctx = await callerOfReport(request.headers);
      assertSameOrigin(request, ctx);
      const body = (await readObject(request)) as FileReportRaw;
      refuseUnknownKeys(fileReportInput, body);
      const filed = await acceptReport(ctx, body);
      const answer = { ...filed, trackingUrl: settings().url + filed.trackingPath };
      return jsonAnswer(answer, filed.spooled ? 202 : 201, { location: `/api/v1/reports/${filed.ref}` });
    },
  }),
};
