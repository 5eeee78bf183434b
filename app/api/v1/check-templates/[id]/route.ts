import { archiveCheckTemplate } from '@/lib/checks/commands/archive-template';
import { editCheckTemplate } from '@/lib/checks/commands/edit-template';
import { commandRoute } from '@/lib/http/route';

export const PATCH = commandRoute(editCheckTemplate);
export const DELETE = commandRoute(archiveCheckTemplate);
