import { created, type Rows } from '@/lib/platform/route';
import { addCase } from '@/lib/suites/commands/add-case';
import { archiveSuite } from '@/lib/suites/commands/archive';
import { createSuite } from '@/lib/suites/commands/create';
import { editSuite } from '@/lib/suites/commands/edit';
import { editCase } from '@/lib/suites/commands/edit-case';
import { explainDifference } from '@/lib/suites/commands/explain';
import { ignoreVolatile } from '@/lib/suites/commands/ignore-volatile';
import { orderCases } from '@/lib/suites/commands/order-cases';
import { recordBaseline } from '@/lib/suites/commands/record-baseline';
import { removeCase } from '@/lib/suites/commands/remove-case';
import { replayByHand } from '@/lib/suites/commands/replay';
import { stopReplay } from '@/lib/suites/commands/stop-replay';
import { listSuites } from '@/lib/suites/queries/list';
import { readSuite } from '@/lib/suites/queries/read';
import { readReplay } from '@/lib/suites/queries/replay';
import { readResult } from '@/lib/suites/queries/result';

export const suiteRoutes = {
  'GET /suites': listSuites,
  'POST /suites': created(createSuite),
  'GET /suites/:suiteId': readSuite,
  'PATCH /suites/:suiteId': editSuite,
  'POST /suites/:suiteId/archive': archiveSuite,
  'POST /suites/:suiteId/baselines': created(recordBaseline),
  'POST /suites/:suiteId/cases': created(addCase),
  'PATCH /suites/:suiteId/cases/:caseId': editCase,
  'DELETE /suites/:suiteId/cases/:caseId': removeCase,
  'PUT /suites/:suiteId/order': orderCases,
  'POST /suites/:suiteId/replays': created(replayByHand),
  'GET /suites/:suiteId/replays/:replayId': readReplay,
  'DELETE /suites/:suiteId/replays/:replayId': stopReplay,
  'GET /suites/:suiteId/replays/:replayId/cases/:caseId': readResult,
  'PUT /suites/:suiteId/replays/:replayId/cases/:caseId/explanation': explainDifference,
  'POST /suites/:suiteId/volatile': ignoreVolatile,
} satisfies Rows;
