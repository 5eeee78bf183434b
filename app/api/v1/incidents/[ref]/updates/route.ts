import { commandRoute } from '@/lib/http/route';
import { publishUpdate } from '@/lib/incidents/commands/publish-update';

export const POST = commandRoute(publishUpdate, { status: 201 });
