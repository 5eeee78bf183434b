import { addNote } from '@/lib/incidents/commands/add-note';
import { addService } from '@/lib/incidents/commands/add-service';
import { advanceStage } from '@/lib/incidents/commands/advance';
import { assignRole } from '@/lib/incidents/commands/assign-role';
import { closeIncident } from '@/lib/incidents/commands/close';
import { declareIncident } from '@/lib/incidents/commands/declare';
import { endRole } from '@/lib/incidents/commands/end-role';
import { movePromise } from '@/lib/incidents/commands/move-promise';
import { publishUpdate } from '@/lib/incidents/commands/publish-update';
import { regradeIncident } from '@/lib/incidents/commands/regrade';
import { removeService } from '@/lib/incidents/commands/remove-service';
import { reopenIncident } from '@/lib/incidents/commands/reopen';
import { resolveIncident } from '@/lib/incidents/commands/resolve';
import { setServiceStatus } from '@/lib/incidents/commands/set-service-status';
import { setVisibility } from '@/lib/incidents/commands/set-visibility';
import { incidentList } from '@/lib/incidents/queries/list';
import { incidentRead } from '@/lib/incidents/queries/read';
import { updateRead } from '@/lib/incidents/queries/read-update';
import { incidentReports } from '@/lib/incidents/queries/reports';
import { created, type Rows } from '@/lib/platform/route';

export const incidentRoutes = {
  'GET /incidents': incidentList,
  'POST /incidents': created(declareIncident),
  'GET /incidents/:ref': incidentRead,
  'POST /incidents/:ref/advance': advanceStage,
  'POST /incidents/:ref/close': closeIncident,
  'POST /incidents/:ref/notes': created(addNote),
  'POST /incidents/:ref/promise': movePromise,
  'POST /incidents/:ref/regrade': regradeIncident,
  'POST /incidents/:ref/reopen': reopenIncident,
  'GET /incidents/:ref/reports': incidentReports,
  'POST /incidents/:ref/resolve': resolveIncident,
  'POST /incidents/:ref/roles': assignRole,
  'DELETE /incidents/:ref/roles/:role/:memberId': endRole,
  'POST /incidents/:ref/services': addService,
  'PATCH /incidents/:ref/services/:serviceId': setServiceStatus,
  'DELETE /incidents/:ref/services/:serviceId': removeService,
  'POST /incidents/:ref/updates': created(publishUpdate),
  'POST /incidents/:ref/visibility': setVisibility,
  'GET /updates/:id': updateRead,
} satisfies Rows;
