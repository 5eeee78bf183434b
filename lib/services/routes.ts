import { created, type Rows } from '@/lib/platform/route';
import { archiveService } from '@/lib/services/commands/archive';
import { createService } from '@/lib/services/commands/create';
import { editService } from '@/lib/services/commands/edit';
import { listServices, readService } from '@/lib/services/queries/read';

export const serviceRoutes = {
  'GET /services': listServices,
  'POST /services': created(createService),
  'GET /services/:id': readService,
  'PATCH /services/:id': editService,
  'POST /services/:id/archive': archiveService,
} satisfies Rows;
