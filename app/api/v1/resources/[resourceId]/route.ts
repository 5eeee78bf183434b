import { commandRoute } from '@/lib/http/route';
import { archiveResource } from '@/lib/resources/commands/archive';
import { editResource } from '@/lib/resources/commands/edit';

export const PATCH = commandRoute(editResource);
export const DELETE = commandRoute(archiveResource);
