import { created, type Rows, route } from '@/lib/platform/route';
import { answerReporter } from '@/lib/reports/commands/answer';
import { attachFile } from '@/lib/reports/commands/attach';
import { confirmReport } from '@/lib/reports/commands/confirm';
import { correctReport } from '@/lib/reports/commands/correct';
import { fileForOther } from '@/lib/reports/commands/file-for-other';
import { mailLink } from '@/lib/reports/commands/mail-link';
import { markRead } from '@/lib/reports/commands/mark-read';
import { releaseReport } from '@/lib/reports/commands/release';
import { replyToTeam } from '@/lib/reports/commands/reply';
import { pictureLimit } from '@/lib/reports/files/picture';
import { listReports } from '@/lib/reports/queries/list';
import { readReport, readReportFile } from '@/lib/reports/queries/read';

export const reportRoutes = {
  'GET /reports': listReports,
  'GET /reports/:ref': readReport,
  'PATCH /reports/:ref': correctReport,
  'POST /reports/:ref/answers': created(answerReporter),
  'POST /reports/:ref/confirm': confirmReport,
  'POST /reports/:ref/files': route(attachFile, { status: 201, takes: 'picture', limit: pictureLimit }),
  'GET /reports/:ref/files/:fileId': route(readReportFile, { sends: 'file' }),
  'POST /reports/:ref/read': markRead,
  'POST /reports/:ref/release': releaseReport,
  'POST /reports/:ref/replies': created(replyToTeam),
  'POST /reports/for-other': created(fileForOther),
  'POST /tracking': mailLink,
} satisfies Rows;
