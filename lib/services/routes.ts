import { created, type Rows, route } from '@/lib/platform/route';
import { archiveService } from '@/lib/services/commands/archive';
import { createService } from '@/lib/services/commands/create';
import { editService } from '@/lib/services/commands/edit';
import { listServices, readService } from '@/lib/services/queries/read';

export const serviceRoutes = {
  'GET /services': listServices,
  'POST /services': created(createService),
  'GET /services/:slug': readService,
  'PUT /services/:slug': route(editService, { input: 'body' }),
  'DELETE /services/:slug': route(archiveService, { input: 'body' }),
} satisfies Rows;
