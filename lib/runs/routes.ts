import { created, type Rows } from '@/lib/platform/route';
import { abortRun } from '@/lib/runs/commands/abort';
import { approveStep } from '@/lib/runs/commands/approve-step';
import { beginRun } from '@/lib/runs/commands/begin';
import { chooseSnapshot } from '@/lib/runs/commands/choose-snapshot';
import { confirmStep } from '@/lib/runs/commands/confirm-step';
import { decideStep } from '@/lib/runs/commands/decide-step';
import { pauseRun } from '@/lib/runs/commands/pause';
import { resumeRun } from '@/lib/runs/commands/resume';
import { retryStep } from '@/lib/runs/commands/retry-step';
import { setConsent } from '@/lib/runs/commands/set-consent';
import { skipStep } from '@/lib/runs/commands/skip-step';
import { startRun } from '@/lib/runs/commands/start';
import { takeOverRun } from '@/lib/runs/commands/take-over';
import { runList } from '@/lib/runs/queries/list';
import { runRead } from '@/lib/runs/queries/read';
import { recoveryPlans } from '@/lib/runs/queries/recovery-plans';

export const runRoutes = {
  'GET /runs': runList,
  'POST /runs': created(startRun),
  'GET /runs/:ref': runRead,
  'POST /runs/:ref/abort': abortRun,
  'POST /runs/:ref/begin': beginRun,
  'POST /runs/:ref/consent': setConsent,
  'POST /runs/:ref/pause': pauseRun,
  'POST /runs/:ref/resume': resumeRun,
  'POST /runs/:ref/snapshot': chooseSnapshot,
  'POST /runs/:ref/steps/:stepId/approve': approveStep,
  'POST /runs/:ref/steps/:stepId/confirm': confirmStep,
  'POST /runs/:ref/steps/:stepId/decide': decideStep,
  'POST /runs/:ref/steps/:stepId/retry': retryStep,
  'POST /runs/:ref/steps/:stepId/skip': skipStep,
  'POST /runs/:ref/take-over': takeOverRun,
  'GET /runs/plans': recoveryPlans,
} satisfies Rows;
