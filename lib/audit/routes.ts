import { listEvents } from '@/lib/audit/queries/list';
import { verifyChain } from '@/lib/audit/queries/verify';
import type { Rows } from '@/lib/platform/route';

export const auditRoutes = {
  'GET /audit': listEvents,
  'GET /audit/verify': verifyChain,
} satisfies Rows;
