import { type Rows, route } from '@/lib/platform/route';
import { attachFile } from '@/lib/reports/commands/attach';
import { confirmReport } from '@/lib/reports/commands/confirm';
import { correctReport } from '@/lib/reports/commands/correct';
import { markRead } from '@/lib/reports/commands/mark-read';
import { replyToTeam } from '@/lib/reports/commands/reply';
import { pictureLimit } from '@/lib/reports/files/picture';
import { readReportFile } from '@/lib/reports/queries/read';
import { trackReport } from '@/lib/tracking/queries/track';

export const trackingRoutes = {
  'GET /tracking/:token': route(trackReport, { caller: 'link' }),
  'PATCH /tracking/:token': route(correctReport, { caller: 'link' }),
  'POST /tracking/:token/confirm': route(confirmReport, { caller: 'link' }),
  'POST /tracking/:token/files': route(attachFile, {
    status: 201,
    takes: 'picture',
    limit: pictureLimit,
    caller: 'link',
  }),
  'GET /tracking/:token/files/:fileId': route(readReportFile, { sends: 'file', caller: 'link' }),
  'POST /tracking/:token/read': route(markRead, { caller: 'link' }),
  'POST /tracking/:token/replies': route(replyToTeam, { status: 201, caller: 'link' }),
} satisfies Rows;
