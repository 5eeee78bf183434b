import { commandRoute, queryRoute } from '@/lib/http/route';
import { updateRead } from '@/lib/incidents/queries/read-update';
import { editUpdate } from '@/lib/updates/commands/edit';

export const GET = queryRoute(updateRead);
export const PATCH = commandRoute(editUpdate);
