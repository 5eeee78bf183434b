import { commandRoute } from '@/lib/http/route';
import { archiveMonitor } from '@/lib/monitors/commands/archive';
import { editMonitor } from '@/lib/monitors/commands/edit';

export const PUT = commandRoute(editMonitor);
export const DELETE = commandRoute(archiveMonitor);
