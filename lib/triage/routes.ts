import type { Rows } from '@/lib/platform/route';
import { askReport } from '@/lib/triage/commands/ask';
import { declineReport } from '@/lib/triage/commands/decline';
import { linkReport } from '@/lib/triage/commands/link';
import { openReport } from '@/lib/triage/commands/open';
import { triageQueue } from '@/lib/triage/queries/queue';
import { triageReport } from '@/lib/triage/queries/report';

export const triageRoutes = {
  'GET /triage': triageQueue,
  'GET /triage/reports/:ref': triageReport,
  'POST /triage/reports/:ref/ask': askReport,
  'POST /triage/reports/:ref/decline': declineReport,
  'POST /triage/reports/:ref/link': linkReport,
  'POST /triage/reports/:ref/open': openReport,
} satisfies Rows;
