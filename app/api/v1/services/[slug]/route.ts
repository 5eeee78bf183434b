import { commandRoute, queryRoute } from '@/lib/http/route';
import { archiveService } from '@/lib/services/commands/archive';
import { editService } from '@/lib/services/commands/edit';
import { readService } from '@/lib/services/queries';

export const GET = queryRoute(readService);

/** The body names the service by `id`, because its short name is one of the things that can change. */
export const PUT = commandRoute(editService, { merge: (body) => body });
export const DELETE = commandRoute(archiveService, { merge: (body) => body });
