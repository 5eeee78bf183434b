import { commandRoute, queryRoute } from '@/lib/http/route';
import { changeSettings } from '@/lib/settings/commands/change-settings';
import { readSettings } from '@/lib/settings/queries';

export const GET = queryRoute(readSettings);
export const PATCH = commandRoute(changeSettings);
