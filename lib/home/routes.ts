import { settleConcern } from '@/lib/home/commands/settle-concern';
import { consoleFrame } from '@/lib/home/queries/frame';
import { readHealth } from '@/lib/home/queries/health';
import { homeSummary } from '@/lib/home/queries/summary';
import type { Rows } from '@/lib/platform/route';

export const homeRoutes = {
  'GET /home': homeSummary,
  'GET /home/frame': consoleFrame,
  'GET /health': readHealth,
  'POST /health/concerns/settle': settleConcern,
} satisfies Rows;
