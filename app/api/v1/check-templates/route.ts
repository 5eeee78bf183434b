import { createCheckTemplate } from '@/lib/checks/commands/create-template';
import { checkTemplates } from '@/lib/checks/queries/templates';
import { commandRoute, queryRoute } from '@/lib/http/route';

export const GET = queryRoute(checkTemplates);
export const POST = commandRoute(createCheckTemplate, { status: 201 });
