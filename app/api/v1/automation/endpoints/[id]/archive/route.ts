import { archiveEndpoint } from '@/lib/automation/commands/archive';
import { commandRoute } from '@/lib/http/route';

export const POST = commandRoute(archiveEndpoint);
