import { editEndpoint } from '@/lib/automation/commands/edit';
import { commandRoute } from '@/lib/http/route';

export const PATCH = commandRoute(editEndpoint);
