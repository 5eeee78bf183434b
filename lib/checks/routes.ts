import { addCheck } from '@/lib/checks/commands/add';
import { addFinding } from '@/lib/checks/commands/add-finding';
import { archiveCheckTemplate } from '@/lib/checks/commands/archive-check-template';
import { assignCheck } from '@/lib/checks/commands/assign';
import { confirmFinding } from '@/lib/checks/commands/confirm-finding';
import { createCheckTemplate } from '@/lib/checks/commands/create-check-template';
import { createChecklist } from '@/lib/checks/commands/create-checklist';
import { editCheckTemplate } from '@/lib/checks/commands/edit-check-template';
import { recordCheck } from '@/lib/checks/commands/record';
import { ruleOutFinding } from '@/lib/checks/commands/rule-out-finding';
import { runCheckAgain } from '@/lib/checks/commands/run';
import { runAllChecks } from '@/lib/checks/commands/run-all';
import { settleFinding } from '@/lib/checks/commands/settle-finding';
import { skipCheck } from '@/lib/checks/commands/skip';
import { checkRead } from '@/lib/checks/queries/check-results';
import { findingList } from '@/lib/checks/queries/finding-list';
import { incidentChecks } from '@/lib/checks/queries/incident-checks';
import { checkTemplates } from '@/lib/checks/queries/templates';
import { created, type Rows } from '@/lib/platform/route';

export const checkRoutes = {
  'GET /check-templates': checkTemplates,
  'POST /check-templates': created(createCheckTemplate),
  'PATCH /check-templates/:id': editCheckTemplate,
  'POST /check-templates/:id/archive': archiveCheckTemplate,
  'GET /checks/:id': checkRead,
  'POST /checks/:id/assign': assignCheck,
  'POST /checks/:id/record': recordCheck,
  'POST /checks/:id/run': runCheckAgain,
  'POST /checks/:id/skip': skipCheck,
  'GET /findings': findingList,
  'POST /findings/:id/confirm': confirmFinding,
  'POST /findings/:id/rule-out': ruleOutFinding,
  'POST /findings/:id/settle': settleFinding,
  'GET /incidents/:ref/checks': incidentChecks,
  'POST /incidents/:ref/checks': created(addCheck),
  'POST /incidents/:ref/checks/create-checklist': createChecklist,
  'POST /incidents/:ref/checks/run': runAllChecks,
  'POST /incidents/:ref/findings': created(addFinding),
} satisfies Rows;
